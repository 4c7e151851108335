import { inFigures } from '../../words/dates.js';
import { monthInWords, retentionWords as words } from '../../words/retention.js';
import type { TermInSystem as Term } from '../../api/shapes.js';
import { monthsOf, yearsOf } from './months.js';
import css from './retention.module.css';

const GAP = 0.2;

/** How old, month by month: what is over the term stands apart in colour and by a line; and in years as a table. */
export function Ages({ term }: { term: Term }) {
  const { overdue, held, overdue_before: before } = term;
  const months = monthsOf(term);
  const most = Math.max(1, ...months.map(({ people }) => people));
  const limit = months.findIndex(({ isOver }) => !isOver);
  const [first, last] = [months[0], months.at(-1)];
  return (
    <>
      <figure className={css.ages} role="img" aria-label={words.picture(overdue, held)}>
        <svg viewBox={`0 0 ${months.length} 40`} preserveAspectRatio="none" aria-hidden="true">
          {months.map(({ month, people, isOver }, place) => (
            <rect
              key={month}
              className={css.bar}
              data-over={isOver}
              x={place + GAP / 2}
              y={40 - (people / most) * 40}
              width={1 - GAP}
              height={(people / most) * 40}
            />
          ))}
          {before !== null && limit > 0 && <path className={css.limit} d={`M${limit} 0V40`} />}
        </svg>
        <div className={css.axis}>
          <span>{first && monthInWords(first.month)}</span>
          <span>{last && monthInWords(last.month)}</span>
        </div>
      </figure>
      {before !== null && <p className={css.small}>{words.limit(before)}</p>}
      <details className={css.details}>
        <summary>{words.asTable}</summary>
        <table className={css.years}>
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              <th scope="col">{words.count}</th>
            </tr>
          </thead>
          <tbody>
            {yearsOf(term).map(({ year, people }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{inFigures(people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
