import { useSearchParams } from 'wouter';
import { LinkButton } from '../../parts/link-button.js';
import { entryWords } from '../../words/entry.js';
import { EntryPage } from './entry-page.js';

const words = entryWords.connected;

/** Where a tool sends the browser back to: whether Plumbline can read it now. */
export function Connected() {
  const [asked] = useSearchParams();
  const isConnected = asked.has('connected');
  const why = asked.get('problem') === 'vendor-failed' ? words.vendorFailed : words.noLead;
  return (
    <EntryPage title={isConnected ? words.yes : words.no} lead={isConnected ? words.yesLead : why}>
      <div>
        <LinkButton to="/" variant="default">
          {words.back}
        </LinkButton>
      </div>
    </EntryPage>
  );
}
