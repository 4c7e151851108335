import { useQuery } from '@tanstack/react-query';
import { inventoryQuestions } from '../../api/inventory-questions.js';
import { Page } from '../../parts/page.js';
import { Scanned } from '../../parts/scanned.js';
import { Notice } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { dataMapWords as words } from '../../words/data-map.js';
import { systemWords } from '../../words/systems.js';
import { Flow } from './flow.js';
import { Matrix } from './matrix.js';
import css from './data-map.module.css';

/** Which customer data lies where, declared against found; and the way it takes. */
export function DataMap() {
  const { id } = useOrganization();
  const map = useQuery(inventoryQuestions.dataMap(id));
  return (
    <Page title={words.title} lead={words.lead}>
      <Scanned query={map}>
        {(found) => (
          <div className={css.sections}>
            {!found.policy && <Notice title={systemWords.noPolicy}>{systemWords.noPolicyStep}</Notice>}
            {found.items.length === 0 ? (
              <Notice title={words.empty}>{words.emptyStep}</Notice>
            ) : (
              <>
                <Matrix map={found} />
                <Flow />
              </>
            )}
          </div>
        )}
      </Scanned>
    </Page>
  );
}
