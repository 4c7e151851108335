import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { questions } from '../../api/questions.js';
import type { OverviewAnswer, Severity } from '../../api/shapes.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { Loaded } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { inFigures } from '../../words/dates.js';
import { overviewWords as words } from '../../words/overview.js';
import { severities } from '../../words/severity.js';
import { Trend } from './trend.js';
import css from './overview.module.css';

/** How much differs and how grave it is, today and over the scans. */
export function Drift({ drift }: { drift: OverviewAnswer['drift'] }) {
  const { id } = useOrganization();
  const trend = useQuery(questions.trend(id));
  return (
    <section className={css.section} aria-labelledby="drift">
      <div className={css.sectionHead}>
        <h2 id="drift">{words.drift}</h2>
        <p className={css.lead}>{words.driftLead}</p>
      </div>
      <div className={`${css.card} ${css.drift}`}>
        <ul className={css.counts}>
          {severities.map((severity) => (
            <li key={severity}>
              <Count id={id} severity={severity} count={drift[severity]} />
            </li>
          ))}
        </ul>
        <div className={css.trend}>
          <h3 id="trend">{words.trend}</h3>
          <Loaded query={trend}>{(scans) => <Trend scans={scans} />}</Loaded>
        </div>
        {drift.not_observed > 0 && <p className={css.foot}>{words.notObserved(drift.not_observed)}</p>}
      </div>
    </section>
  );
}

function Count({ id, severity, count }: { id: string; severity: Severity; count: number }) {
  return (
    <Link href={`${addressOf(id, 'findings')}?severity=${severity}`}>
      <SeverityMark severity={severity} />
      <b>{inFigures(count)}</b>
    </Link>
  );
}
