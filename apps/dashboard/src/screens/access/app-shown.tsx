import type { AppsAnswer } from '../../api/shapes.js';
import { BrokenRules } from '../../parts/broken-rules.js';
import { StandingMark } from '../../parts/standing-mark.js';
import { accessWords as words, serviceInWords, sizeInWords } from '../../words/access.js';
import css from './access.module.css';

export type App = AppsAnswer['items'][number];

/** An app: what it is, what it may do in plain words, and what it really did. */
export function AppShown({ app }: { app: App }) {
  const { name, ai, system, may, users, last_seen: lastSeen, own_key: isOwnKey } = app;
  return (
    <article className={css.app}>
      <header className={css.appHead}>
        <h3>
          <bdi>{name}</bdi> {ai !== null && <span className={css.ai}>{words.ai}</span>}
        </h3>
        <p className={css.soft}>
          <bdi>{system}</bdi>
          {isOwnKey && ` · ${words.ownKey}`}
          {users !== null && ` · ${words.usedBy(users)}`}
          {lastSeen !== null && ` · ${words.lastSeen(lastSeen)}`}
        </p>
        <Stands app={app} />
        {ai !== null && <p className={css.soft}>{words.aiLead(ai.name, ai.vendor)}</p>}
      </header>
      <div>
        <h4>{words.may}</h4>
        {may.length === 0 ? (
          <p className={css.soft}>{words.mayUnknown}</p>
        ) : (
          <ul className={css.rights}>
            {may.map(({ scope, words: said }) => (
              <li key={scope}>
                {said ?? words.otherRight} <code>{scope}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h4>{words.reads}</h4>
        <Reads reads={app.reads} />
      </div>
    </article>
  );
}

function Stands({ app: { standing, breaks, access } }: { app: App }) {
  if (standing === null)
    return <p className={css.soft}>{access === 'blocked' ? words.blocked : words.signInOnly}</p>;
  if (breaks.length > 0) return <BrokenRules breaks={breaks} />;
  return <StandingMark standing={standing}>{words.appStates[standing]}</StandingMark>;
}

function Reads({ reads }: { reads: App['reads'] }) {
  if (reads === null) return <p className={css.soft}>{words.readsUnknown}</p>;
  if (reads.length === 0) return <p className={css.soft}>{words.readsNothing}</p>;
  return (
    <ul className={css.rights}>
      {reads.map(({ service, bytes, last_day: day }) => (
        <li key={service}>
          <bdi>{words.readLine(sizeInWords(bytes), serviceInWords(service), day)}</bdi>
        </li>
      ))}
    </ul>
  );
}
