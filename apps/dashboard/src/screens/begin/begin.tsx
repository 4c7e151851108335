import { LinkButton } from '../../parts/link-button.js';
import { Page } from '../../parts/page.js';
import { ScanExample } from '../../parts/scan-example.js';
import { Notice } from '../../parts/states.js';
import { Way, Ways } from '../../parts/ways.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { beginWords as words } from '../../words/begin.js';

/** Where a new organization begins: three ways to a first scan. */
export function Begin() {
  const { id, mayDecide } = useOrganization();
  if (!mayDecide) {
    return (
      <Page title={words.title}>
        <Notice title={words.viewer} />
      </Page>
    );
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <Ways>
        <Way title={words.example} lead={words.exampleLead}>
          <ScanExample />
        </Way>
        <Way title={words.exports} lead={words.exportsLead}>
          <LinkButton to={addressOf(id, 'exports')} variant="default">
            {words.exportsGo}
          </LinkButton>
        </Way>
        <Way title={words.connect} lead={words.connectLead}>
          <LinkButton to={addressOf(id, 'connections')} variant="default">
            {words.connectGo}
          </LinkButton>
        </Way>
      </Ways>
    </Page>
  );
}
