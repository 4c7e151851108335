import { useQuery } from '@tanstack/react-query';
import { questions } from '../../api/questions.js';
import { FirstPage } from '../../parts/first-page.js';
import { toolsOfFiles } from '../../parts/first-policy.js';
import { Page } from '../../parts/page.js';
import { ScanButton } from '../../parts/scan-button.js';
import { Loaded, Notice } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { exportsWords as words } from '../../words/exports.js';
import { DropZone } from './drop-zone.js';
import { useHandOver } from './hand-over.js';
import { WaitingFiles } from './waiting-files.js';
import css from './exports.module.css';

/** Files for the next scan, and where to find them in the tools. */
export function Exports() {
  const { id, mayDecide } = useOrganization();
  const overview = useQuery(questions.overview(id));
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={overview.data?.policy === true && <ScanButton underWay={overview.data.scan_under_way} />}
    >
      {mayDecide ? <HandOver hasPolicy={overview.data?.policy !== false} /> : <Notice title={words.viewer} />}
      <section className={css.section} aria-labelledby="where">
        <div className={css.sectionHead}>
          <h2 id="where">{words.where}</h2>
          <p className={css.soft}>{words.whereLead}</p>
        </div>
        <dl className={css.where}>
          {words.files.map(([tool, path]) => (
            <div key={tool}>
              <dt>{tool}</dt>
              <dd>{path}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Page>
  );
}

function HandOver({ hasPolicy }: { hasPolicy: boolean }) {
  const { id } = useOrganization();
  const uploads = useQuery(questions.uploads(id));
  const { handOver, onTheWay, refused } = useHandOver();
  return (
    <>
      <DropZone take={handOver} />
      <p className={css.soft}>{words.memory}</p>
      <Loaded query={uploads}>
        {(waiting) => (
          <>
            <WaitingFiles waiting={waiting} onTheWay={onTheWay} refused={refused} />
            {!hasPolicy && waiting.length > 0 && onTheWay.length === 0 && (
              <FirstPage likely={toolsOfFiles(waiting.map(({ name }) => name))} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
