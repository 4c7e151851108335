import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { Loaded, Notice } from '../../parts/states.js';
import { listed } from '../../words/counted.js';
import { entryWords } from '../../words/entry.js';
import { EntryForm, type Field } from './entry-form.js';
import { EntryPage } from './entry-page.js';
import { email, newPassword, personName } from './fields.js';
import { useLeaveEntry } from './leave-entry.js';
import { linkSecret } from './link-secret.js';

const words = entryWords.setUp;
const business: Field = {
  name: 'organization',
  label: words.business,
  description: words.businessHint,
  maxLength: 200,
};

/** Becoming the first owner, by the link that Plumbline printed when it started. */
export function SetUp() {
  const leave = useLeaveEntry();
  const looked = useQuery({
    queryKey: ['set-up'],
    enabled: linkSecret !== '',
    queryFn: () => answerOf(api.POST('/api/v1/set-up/look', { body: { link: linkSecret } })),
  });
  if (linkSecret === '')
    return (
      <Notice whole title={entryWords.noLink}>
        {entryWords.noLinkStep}
      </Notice>
    );
  return (
    <Loaded whole query={looked}>
      {({ organizations }) => (
        <EntryPage
          title={words.title}
          lead={organizations.length > 0 ? words.known(listed(organizations)) : words.first}
        >
          <EntryForm
            fields={[...(organizations.length > 0 ? [] : [business]), personName, email, newPassword]}
            action={words.begin}
            send={async ({ organization = null, ...person }) => {
              const { name = '', email: address = '', password = '' } = person;
              const body = { link: linkSecret, organization, name, email: address, password };
              await answerOf(api.POST('/api/v1/set-up', { body }));
              leave('/');
            }}
          />
        </EntryPage>
      )}
    </Loaded>
  );
}
