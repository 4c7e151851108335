import { useSearchParams } from 'wouter';
import { LinkButton } from '../../parts/link-button.js';
import { lastOrganization } from '../../shell/last-organization.js';
import { addressOf } from '../../shell/organization.js';
import { entryWords } from '../../words/entry.js';
import { EntryPage } from './entry-page.js';

const words = entryWords.connected;
const NAME = /^[a-z0-9][a-z0-9._-]{0,39}$/u;

/** Where a tool sends the browser back to: whether Plumbline can read it now. */
export function Connected() {
  const [asked] = useSearchParams();
  const name = asked.get('connected');
  const why = asked.get('problem') === 'vendor-failed' ? words.vendorFailed : words.noLead;
  return (
    <EntryPage title={name === null ? words.no : words.yes} lead={name === null ? why : words.yesLead}>
      <div>
        <LinkButton to={placeOf(name)}>{name === null ? words.again : words.look}</LinkButton>
      </div>
    </EntryPage>
  );
}

/** It was begun in the organization that was looked at last. */
function placeOf(name: string | null): string {
  const organization = lastOrganization.read();
  if (organization === null) return '/';
  const isName = name !== null && NAME.test(name);
  return addressOf(organization, 'connections', ...(isName ? [name] : []));
}
