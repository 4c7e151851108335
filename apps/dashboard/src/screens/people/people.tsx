import { useOrganization } from '../../shell/organization.js';
import { Page } from '../../parts/page.js';
import { peopleWords as words } from '../../words/people.js';
import { Invitations } from './invitations.js';
import { Members } from './members.js';
import { OwnBrowsers } from './own-browsers.js';
import { OwnSignIn } from './own-sign-in.js';
import { Tokens } from './tokens.js';

/** Who can sign in here, and how; programs too. */
export function People() {
  const { role, mayDecide } = useOrganization();
  return (
    <Page title={words.title} lead={words.lead}>
      <Members />
      {role === 'owner' && <Invitations />}
      <OwnSignIn />
      <OwnBrowsers />
      {mayDecide && <Tokens />}
    </Page>
  );
}
