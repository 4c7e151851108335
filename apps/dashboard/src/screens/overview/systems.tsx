import { Link } from 'wouter';
import type { OverviewAnswer } from '../../api/shapes.js';
import { CoverageMark } from '../../parts/coverage-mark.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { OF_THE_BUSINESS, UNCLAIMED } from '../../words/systems.js';
import { overviewWords as words } from '../../words/overview.js';
import css from './overview.module.css';

type System = OverviewAnswer['systems'][number];

/** A card for each place where data may live: how much of it was read, and what differs there. */
export function Systems({ overview }: { overview: OverviewAnswer }) {
  const { systems, scan, next_scan_at: next } = overview;
  return (
    <section className={css.section} aria-labelledby="tools">
      <div className={css.sectionHead}>
        <h2 id="tools">{words.tools}</h2>
        <p className={css.lead}>
          {scan !== null && (
            <time dateTime={scan.finished_at} title={words.lastScanAt(scan.finished_at)}>
              {words.lastScan(scan.finished_at)}
            </time>
          )}
          {'. '}
          {words.nextScan(next)}.
        </p>
      </div>
      <ul className={css.systems}>
        {systems.map((system) => (
          <li key={`${system.system} ${system.account}`}>
            <SystemCard system={system} />
          </li>
        ))}
        <OfTheBusiness overview={overview} />
      </ul>
    </section>
  );
}

/** What differs in no tool, so that the cards add up to all that differs. */
function OfTheBusiness({ overview: { drift, systems } }: { overview: OverviewAnswer }) {
  const { id } = useOrganization();
  const all = drift.high + drift.medium + drift.low + drift.info;
  const count = systems.reduce((left, system) => left - system.drift, all);
  if (count <= 0) return null;
  return (
    <li>
      <article className={`${css.card} ${css.system}`}>
        <header className={css.systemHead}>
          <h3>{words.business}</h3>
          <p className={css.small}>{words.businessLead}</p>
        </header>
        <p className={css.systemDrift}>
          <Link href={`${addressOf(id, 'findings')}?system=${encodeURIComponent(OF_THE_BUSINESS)}`}>
            {words.differs(count)}
          </Link>
        </p>
      </article>
    </li>
  );
}

function SystemCard({ system }: { system: System }) {
  const { system: name, title, simulated, coverage, untold } = system;
  const mark = coverage === 'read' && untold > 0 ? 'partial' : coverage;
  return (
    <article className={`${css.card} ${css.system}`}>
      <header className={css.systemHead}>
        <h3>
          <bdi>{name === UNCLAIMED ? words.unclaimed : name}</bdi>
        </h3>
        <p className={css.small}>
          {title}
          {simulated && ` (${words.simulated})`}
        </p>
      </header>
      <DriftThere system={system} />
      <p className={css.coverage} data-coverage={mark}>
        <CoverageMark coverage={mark} /> {words.coverage[coverage](system)}
      </p>
    </article>
  );
}

/** Nothing is said to be fine of what was not read. */
function DriftThere({ system: { system, drift, gravest, coverage } }: { system: System }) {
  const { id } = useOrganization();
  if (drift === 0) return <p>{coverage === 'not read' ? words.nothingKnown : words.noDrift}</p>;
  return (
    <p className={css.systemDrift}>
      {gravest !== null && <SeverityMark severity={gravest} bare />}
      <Link href={`${addressOf(id, 'findings')}?system=${encodeURIComponent(system)}`}>
        {words.differs(drift)}
      </Link>
    </p>
  );
}
