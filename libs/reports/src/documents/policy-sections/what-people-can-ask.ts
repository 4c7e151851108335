import type { Policy } from '#rules/policy/policy.js';
import { gaps, list, paragraph, type DocumentSection } from '../document-part.js';

/** What anybody whose data is kept can ask for, and where. */
export function whatPeopleCanAsk({ controller, owner, erasures, consent }: Policy): DocumentSection {
  const address = controller?.email ?? owner;
  return {
    heading: 'What people can ask of us',
    column: 'left',
    parts: [
      ...list([
        'To see what we keep about them, and to get a copy.',
        'To have it corrected.',
        'To have it deleted, everywhere, except what the law makes us keep.',
        consent.length === 0
          ? 'To be left alone by our marketing.'
          : 'To take back what they agreed to, as easily as they gave it.',
      ]),
      ...paragraph([
        address === null ? null : `They write to ${address}.`,
        erasures === null
          ? null
          : `Requests for deletion are written down in ${erasures}, so that nobody who was deleted comes back.`,
      ]),
      ...gaps([
        address === null ? 'This policy does not say where people can ask.' : null,
        erasures === null ? 'This policy does not say where requests for deletion are written down.' : null,
      ]),
    ],
  };
}
