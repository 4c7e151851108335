import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { AnswerTo } from '../../api/shapes.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { Failed, Loading } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { policyWords as words } from '../../words/policy.js';
import { asked } from './asked.js';
import css from './policy.module.css';

type Problem = AnswerTo<'checkPolicy'>['problems'][number];
type Affected = AnswerTo<'tryPolicy'>['goes'][number];

/** What has to be corrected, each with its line. */
export function Problems({ problems, go }: { problems: readonly Problem[]; go: (line: number) => void }) {
  return (
    <section className={css.problems} aria-labelledby="problems">
      <h3 id="problems">{words.problems(problems.length)}</h3>
      <p className={css.soft}>{words.problemsLead}</p>
      <ul>
        {problems.slice(0, MOST).map(({ line, column, message, nearest }) => (
          <li key={`${line} ${column} ${message}`}>
            <button type="button" className={css.link} onClick={() => go(line)}>
              {words.line(line)}
            </button>{' '}
            <bdi>{message}</bdi> {nearest !== null && <bdi>{words.nearest(nearest)}</bdi>}
          </li>
        ))}
      </ul>
      {problems.length > MOST && <p className={css.soft}>{words.more(problems.length - MOST)}</p>}
    </section>
  );
}

const MOST = 12;

/** What a text that can be the policy would make of the findings of today. */
export function EffectOf({ text }: { text: string }) {
  const { id } = useOrganization();
  const effect = useQuery(asked.effect(id, text));
  return (
    <section className={css.effect} aria-labelledby="effect" aria-live="polite">
      <h3 id="effect">{words.effect}</h3>
      {effect.isError && <Failed error={effect.error} again={() => void effect.refetch()} />}
      {effect.isPending && <Loading />}
      {effect.data !== undefined && <Shown effect={effect.data} />}
    </section>
  );
}

function Shown({ effect }: { effect: AnswerTo<'tryPolicy'> }) {
  const { scanned_as_of: day, goes, appears, changes, only_next_scan_tells: parts } = effect;
  if (day === null) return <p className={css.soft}>{words.effectNoScan}</p>;
  const isNothing = goes.length + appears.length + changes.length === 0;
  return (
    <>
      <p className={css.soft}>{words.effectLead(day)}</p>
      {isNothing && parts.length === 0 && <p>{words.effectNone}</p>}
      <Group title={words.goes(goes.length)} findings={goes} isKnown />
      <Group title={words.appears(appears.length)} findings={appears} />
      <Group title={words.changes(changes.length)} findings={changes} isKnown />
      {parts.length > 0 && <p className={css.caution}>{words.onlyNext(parts)}</p>}
    </>
  );
}

function Group({
  title,
  findings,
  isKnown = false,
}: {
  title: string;
  findings: readonly Affected[];
  isKnown?: boolean;
}) {
  const { id: organization } = useOrganization();
  if (findings.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul className={css.findings}>
        {findings.slice(0, MOST).map(({ id, title: name, severity }) => (
          <li key={id}>
            {isKnown ? (
              <Link href={addressOf(organization, 'findings', id)}>{name}</Link>
            ) : (
              <span>{name}</span>
            )}
            <SeverityMark severity={severity} />
          </li>
        ))}
      </ul>
      {findings.length > MOST && <p className={css.soft}>{words.more(findings.length - MOST)}</p>}
    </div>
  );
}
