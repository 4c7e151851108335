import type { OverviewAnswer } from '../../api/shapes.js';
import { overviewWords as words } from '../../words/overview.js';
import css from './overview.module.css';

/** What the last scan could not read, before anything is called fine. */
export function Gaps({ gaps }: { gaps: OverviewAnswer['gaps'] }) {
  if (gaps.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="gaps">
      <div className={css.sectionHead}>
        <h2 id="gaps">{words.unread}</h2>
        <p className={css.lead}>{words.unreadLead}</p>
      </div>
      <ul className={`${css.card} ${css.gaps}`}>
        {gaps.map(({ what, steps }) => (
          <li key={what} className={css.gap}>
            <p>{what}</p>
            {steps.length > 0 && (
              // What ends in a colon goes on in its steps.
              <details open={what.endsWith(':')}>
                <summary>{words.whatToDo}</summary>
                <ul>
                  {steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
