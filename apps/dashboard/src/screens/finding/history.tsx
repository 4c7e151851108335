import type { FindingWhole } from '../../api/shapes.js';
import { instantInWords } from '../../words/dates.js';
import { changeInWords, findingWords as words } from '../../words/finding.js';
import css from './finding.module.css';

interface Entry {
  readonly at: string;
  readonly what: string;
  readonly text: string | null;
}

/** The life of a finding, with what people wrote, in the order in which it happened. */
export function History({ finding }: { finding: FindingWhole }) {
  return (
    <section className={css.section}>
      <h2>{words.history}</h2>
      <ol className={css.history}>
        {lifeOf(finding).map(({ at, what, text }, place) => (
          // Nothing in it ever changes its place, and two things may happen at once.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            <p>
              <bdi>{what}</bdi>
            </p>
            {text !== null && (
              <p className={css.said}>
                <bdi>{text}</bdi>
              </p>
            )}
            <time dateTime={at} className={css.when}>
              {instantInWords(at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function lifeOf({ history, comments }: FindingWhole): readonly Entry[] {
  const events = history.map((event): Entry => ({ at: event.at, what: changeInWords(event), text: null }));
  const said = comments.map(({ said_at: at, said_by: by, text }): Entry => ({
    at,
    what: words.said(by),
    text,
  }));
  return [...events, ...said].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
