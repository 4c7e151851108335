import type { Connector } from '../../api/shapes.js';
import { connectionsWords as words } from '../../words/connections.js';
import { asSentence } from '../../words/sentence.js';
import css from './connections.module.css';

/** What the tool tells no program, and how its owner fills the gap. */
export function CannotRead({ tool: { title, cannot_read: gaps } }: { tool: Connector }) {
  if (gaps.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="cannot-read">
      <div className={css.sectionHead}>
        <h2 id="cannot-read">{words.cannotRead}</h2>
        <p className={css.soft}>{words.cannotReadLead(title)}</p>
      </div>
      <ul className={css.rows}>
        {gaps.map(({ what, step }) => (
          <li key={what}>
            <p>
              <strong>{asSentence(what)}</strong> {step}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
