import { Link } from 'wouter';
import type { OverviewAnswer } from '../../api/shapes.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { overviewWords as words } from '../../words/overview.js';
import css from './overview.module.css';

/** What is due by the policy's own word, and what was accepted for a while that is nearly over. */
export function Duties({ overview }: { overview: OverviewAnswer }) {
  const { id } = useOrganization();
  const { duties, exceptions_ending: ending } = overview;
  return (
    <div className={css.two}>
      <section className={css.section} aria-labelledby="duties">
        <div className={css.sectionHead}>
          <h2 id="duties">{words.duties}</h2>
          <p className={css.lead}>{words.dutiesLead}</p>
        </div>
        <ul className={`${css.card} ${css.rows}`}>
          {duties.length === 0 && <li className={css.empty}>{words.noDuties}</li>}
          {duties.map(({ finding, title, severity }) => (
            <li key={finding}>
              <Link href={addressOf(id, 'findings', finding)}>{title}</Link>
              <SeverityMark severity={severity} />
            </li>
          ))}
        </ul>
      </section>
      {ending.length > 0 && (
        <section className={css.section} aria-labelledby="ending">
          <div className={css.sectionHead}>
            <h2 id="ending">{words.ending}</h2>
          </div>
          <ul className={`${css.card} ${css.rows}`}>
            {ending.map(({ finding, title, until }) => (
              <li key={finding}>
                <Link href={addressOf(id, 'findings', finding)}>{title}</Link>
                <span className={css.small}>{words.endsOn(until)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
