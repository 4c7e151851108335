import { Soft } from '../../parts/group.js';
import { Page } from '../../parts/page.js';
import { ScanExample } from '../../parts/scan-example.js';
import { Way, Ways } from '../../parts/ways.js';
import { beginWords } from '../../words/begin.js';
import { organizationsWords as words } from '../../words/organizations.js';
import { MakeOrganization } from './make-organization.js';

/** Where somebody begins who belongs to no organization, such as after she deleted her last. */
export function FirstOrganization() {
  return (
    <Page title={words.none} lead={words.noneLead}>
      <Ways>
        <Way title={words.own} lead={words.ownLead}>
          <MakeOrganization />
        </Way>
        <Way title={beginWords.example} lead={beginWords.exampleLead}>
          <ScanExample />
        </Way>
      </Ways>
      <Soft>{words.noneStep}</Soft>
    </Page>
  );
}
