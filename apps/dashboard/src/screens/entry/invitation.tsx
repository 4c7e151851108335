import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { questions } from '../../api/questions.js';
import { LinkButton } from '../../parts/link-button.js';
import { Loaded, Loading, Notice } from '../../parts/states.js';
import { entryWords } from '../../words/entry.js';
import { EntryForm } from './entry-form.js';
import { EntryPage } from './entry-page.js';
import { newPassword, personName } from './fields.js';
import { useLeaveEntry } from './leave-entry.js';
import { linkSecret } from './link-secret.js';
import css from './entry.module.css';

const words = entryWords.invitation;

/** Coming into an organization by a link. Who signs in here already accepts with the account she has. */
export function Invitation() {
  const leave = useLeaveEntry();
  const looked = useQuery({
    queryKey: ['invitation'],
    enabled: linkSecret !== '',
    queryFn: () => answerOf(api.POST('/api/v1/invitations/look', { body: { link: linkSecret } })),
  });
  const me = useQuery({ ...questions.me(), enabled: looked.data?.sign_in_first === true });
  if (linkSecret === '')
    return (
      <Notice whole title={entryWords.noLink}>
        {entryWords.noLinkStep}
      </Notice>
    );
  const accept = async (person: { readonly name?: string; readonly password?: string }) => {
    await answerOf(api.POST('/api/v1/invitations/accept', { body: { link: linkSecret, ...person } }));
    leave('/');
  };
  return (
    <Loaded whole query={looked}>
      {({ made_by: by, organization, role, sign_in_first: isKnown }) => (
        <EntryPage title={words.title} lead={words.lead(by, organization, role)}>
          {!isKnown && (
            <EntryForm
              fields={[personName, newPassword]}
              action={words.accept}
              send={({ name = '', password = '' }) => accept({ name, password })}
            />
          )}
          {isKnown && me.isPending && <Loading />}
          {isKnown && me.data && <EntryForm fields={[]} action={words.accept} send={() => accept({})} />}
          {isKnown && me.isError && (
            <>
              <p className={css.soft}>{words.signInFirst}</p>
              <div>
                <LinkButton to="/sign-in">{words.toSignIn}</LinkButton>
              </div>
            </>
          )}
        </EntryPage>
      )}
    </Loaded>
  );
}
