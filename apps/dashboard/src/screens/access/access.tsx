import { useQuery } from '@tanstack/react-query';
import { inventoryQuestions } from '../../api/inventory-questions.js';
import { Page } from '../../parts/page.js';
import { Scanned } from '../../parts/scanned.js';
import { Loaded, Notice } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { accessWords as words } from '../../words/access.js';
import { systemWords } from '../../words/systems.js';
import { Apps } from './apps.js';
import { People } from './people.js';
import css from './access.module.css';

/** Who and what gets into the tools, against the policy. */
export function Access() {
  const { id } = useOrganization();
  const access = useQuery(inventoryQuestions.access(id));
  const apps = useQuery(inventoryQuestions.apps(id));
  return (
    <Page title={words.title} lead={words.lead}>
      <Scanned query={access}>
        {(found) => (
          <div className={css.sections}>
            {!found.policy && <Notice title={systemWords.noPolicy}>{systemWords.noPolicyStep}</Notice>}
            <People access={found} />
            <Loaded query={apps}>{(shown) => <Apps apps={shown} />}</Loaded>
          </div>
        )}
      </Scanned>
    </Page>
  );
}
