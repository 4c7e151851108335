import type { RetentionAnswer, SystemRead, TermInSystem as Term } from '../../api/shapes.js';
import { RecordsLink } from '../../parts/records-link.js';
import { Card, Section } from '../../parts/section.js';
import { type Standing, StandingMark } from '../../parts/standing-mark.js';
import { SystemName } from '../../parts/system-name.js';
import type { ListableRule } from '../../words/records.js';
import { retentionWords as words } from '../../words/retention.js';
import { Ages } from './ages.js';
import css from './retention.module.css';

/** A card for each system, with what is kept there against each term. */
export function Terms({ retention: { items, systems, as_of: asOf } }: { retention: RetentionAnswer }) {
  const overdue = [...new Set(items.filter((term) => term.overdue > 0).map(({ system }) => system))];
  // Nothing is called fine where nobody's age could be judged.
  const isJudged = overdue.length > 0 || items.some(({ state }) => state === 'agrees');
  const shown = systems
    .map((system) => ({ system, terms: items.filter((term) => term.system === system.system) }))
    .filter(({ terms }) => terms.length > 0);
  return (
    <Section title={isJudged ? words.overdueIn(overdue) : words.terms} lead={words.termsLead(asOf)}>
      <div className={css.cards}>
        {shown.map(({ system, terms }) => (
          <Card key={system.system}>
            <article className={css.system}>
              <h3>
                <SystemName system={system} />
              </h3>
              {terms.map((term) => (
                <TermShown key={`${term.subjects} ${term.after}`} term={term} read={system.read} />
              ))}
            </article>
          </Card>
        ))}
      </div>
    </Section>
  );
}

function TermShown({ term, read }: { term: Term; read: SystemRead['read'] }) {
  const { subjects, keep_in_words: keep, after, because, held } = term;
  return (
    <div className={css.term}>
      <h4>{words.subjects[subjects] ?? subjects}</h4>
      <p className={css.soft}>
        <bdi>{words.term(keep, words.after[after] ?? after, because)}</bdi>
      </p>
      <p>{held > 0 ? words.held(held) : nobodyHere(read)}</p>
      <ul className={css.verdicts}>
        {verdictsOn(term).map(({ standing, said, rule }) => (
          <li key={said} className={css.verdict}>
            <StandingMark standing={standing}>{said}</StandingMark>
            {rule !== null && (
              <RecordsLink
                {...{ rule, system: term.system, subject: subjects }}
                label={`${said}, ${term.system}`}
              />
            )}
          </li>
        ))}
      </ul>
      {term.months.length > 0 && <Ages term={term} />}
    </div>
  );
}

/** Nobody is there only where all records were read (law 2). */
function nobodyHere(read: SystemRead['read']): string {
  if (read === 'not read') return words.heldNotKnown;
  return read === 'read' ? words.nobodyHere : words.nobodyInRead;
}

interface Verdict {
  readonly standing: Standing;
  readonly said: string;
  /** Under which the records are listed; null: there is nothing to list. */
  readonly rule: ListableRule | null;
}

function verdictsOn({ overdue, undated, unjudged, state, held }: Term): readonly Verdict[] {
  const verdict = (standing: Standing, said: string, rule: ListableRule | null = null) => [
    { standing, said, rule },
  ];
  const wrong = [
    ...(overdue > 0 ? verdict('differs', words.overdue(overdue), 'retention.overdue') : []),
    ...(undated > 0 ? verdict('differs', words.undated(undated), 'retention.undated') : []),
    ...(unjudged > 0 ? verdict('not known', words.unjudged(unjudged)) : []),
  ];
  if (wrong.length > 0) return wrong;
  if (state === 'not known') return verdict(state, words.notKnown);
  return held === 0 ? [] : verdict('agrees', words.inTime);
}
