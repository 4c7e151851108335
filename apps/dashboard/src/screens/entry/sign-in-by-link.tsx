import { answerOf, api } from '../../api/client.js';
import { Notice } from '../../parts/states.js';
import { entryWords } from '../../words/entry.js';
import { EntryForm } from './entry-form.js';
import { EntryPage } from './entry-page.js';
import { useLeaveEntry } from './leave-entry.js';
import { linkSecret } from './link-secret.js';

const words = entryWords.signInByLink;

/** Signing in by a link that who has the computer made. It waits for a press: programs that look at links must not use it up. */
export function SignInByLink() {
  const leave = useLeaveEntry();
  if (linkSecret === '')
    return (
      <Notice whole title={entryWords.noLink}>
        {entryWords.noLinkStep}
      </Notice>
    );
  return (
    <EntryPage title={words.title} lead={words.lead}>
      <EntryForm
        fields={[]}
        action={words.enter}
        send={async () => {
          await answerOf(api.POST('/api/v1/sign-in/link', { body: { link: linkSecret } }));
          leave('/');
        }}
      />
    </EntryPage>
  );
}
