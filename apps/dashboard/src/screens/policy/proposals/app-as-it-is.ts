import type { FindingWhole } from '../../../api/shapes.js';
import type { Edit } from '../text/value.js';
import { placeOf, textsIn } from './on-the-page.js';
import type { Page } from './proposal.js';

/** Names an app with what it may do today, or corrects what the page says of it. */
export function appAsItIs(
  { subject, system, evidence }: FindingWhole,
  { apps }: Page,
  vendor?: string,
): readonly Edit[] {
  const [client = ''] = textsIn(evidence['client_id']);
  const scopes = Array.isArray(evidence['scopes']) ? textsIn(evidence['scopes']) : null;
  const byId = client === '' ? -1 : placeOf(apps, 'client_id', client);
  const place = byId < 0 ? placeOf(apps, 'name', subject) : byId;
  if (place >= 0)
    return scopes === null ? [] : [{ kind: 'set', path: ['apps', place, 'scopes'], value: scopes }];
  const value = {
    name: subject,
    ...(client !== '' && { client_id: client }),
    ...(vendor !== undefined && { vendor }),
    ...(system !== null && { systems: [system] }),
    ...(scopes !== null && { scopes }),
  };
  return [{ kind: 'add', path: ['apps'], value }];
}
