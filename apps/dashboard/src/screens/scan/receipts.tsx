import type { ScanJobWithReceipts } from '../../api/shapes.js';
import { CoverageMark } from '../../parts/coverage-mark.js';
import { useOrganization, addressOf } from '../../shell/organization.js';
import { Link } from 'wouter';
import { overviewWords } from '../../words/overview.js';
import { scansWords as words } from '../../words/scans.js';
import css from './scan.module.css';

type Systems = NonNullable<ScanJobWithReceipts['systems']>;
type Receipt = Systems[number]['receipts'][number];

/** What a scan says of each list that it was asked to read. */
export function Receipts({ systems }: { systems: ScanJobWithReceipts['systems'] }) {
  const { id } = useOrganization();
  if (systems === null) return <p className={css.soft}>{words.noReceipts}</p>;
  return (
    <section className={css.section} aria-labelledby="receipts">
      <h2 id="receipts">{words.receipts}</h2>
      <p className={css.soft}>
        {words.receiptsLead} <Link href={addressOf(id, 'findings')}>{words.findings}</Link>
      </p>
      {systems.map(({ system, connector, simulated, receipts }) => (
        <article key={`${system} ${connector}`} className={css.system}>
          <h3>
            <bdi>{system}</bdi> {simulated && <span className={css.soft}>({overviewWords.simulated})</span>}
          </h3>
          <ul>
            {receipts.map((receipt, place) => (
              // Two lists of a tool may have one name.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={place}>
                <Line receipt={receipt} />
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}

const COVERAGE = { complete: 'read', partial: 'partial' } as const;

function Line({ receipt }: { receipt: Receipt }) {
  const { title, status, read, reason, step, window } = receipt;
  const coverage = status === 'complete' || status === 'partial' ? COVERAGE[status] : 'not read';
  return (
    <div className={css.receipt}>
      <bdi className={css.resource}>{title}</bdi>
      <span className={css.status} data-coverage={coverage}>
        <CoverageMark coverage={coverage} /> {words.status(receipt)}
      </span>
      <span className={css.soft}>
        {coverage !== 'not read' && words.read(read)}
        {window !== null && `, ${words.window(window)}`}
      </span>
      {((reason !== null && reason !== 'not supplied') || step !== null) && (
        <p className={css.why}>
          <bdi>{reason}</bdi>
          {step !== null && <span>{step}</span>}
        </p>
      )}
    </div>
  );
}
