import { answerOf, api } from '../../api/client.js';
import { Notice } from '../../parts/states.js';
import { entryWords } from '../../words/entry.js';
import { EntryForm } from './entry-form.js';
import { EntryPage } from './entry-page.js';
import { newPassword } from './fields.js';
import { useLeaveEntry } from './leave-entry.js';
import { linkSecret } from './link-secret.js';

const words = entryWords.newPassword;

/** A new password, by a link that an owner handed over. */
export function NewPassword() {
  const leave = useLeaveEntry();
  if (linkSecret === '')
    return (
      <Notice whole title={entryWords.noLink}>
        {entryWords.noLinkStep}
      </Notice>
    );
  return (
    <EntryPage title={words.title}>
      <EntryForm
        fields={[newPassword]}
        action={words.set}
        send={async ({ password = '' }) => {
          await answerOf(api.POST('/api/v1/new-password', { body: { link: linkSecret, password } }));
          leave('/sign-in');
        }}
      />
    </EntryPage>
  );
}
