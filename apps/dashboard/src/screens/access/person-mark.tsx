import { StandingMark } from '../../parts/standing-mark.js';
import { accessWords as words, lastLoginInWords } from '../../words/access.js';
import type { SystemRead } from '../../api/shapes.js';
import { highestOf, type Login, type PersonCell, situationOf } from './logins.js';
import css from './access.module.css';

/** What somebody can do in a system; without login and right there is nothing to press. */
export function PersonMark({
  cell,
  logins,
  read,
  isPressed,
  press,
}: {
  cell: PersonCell | undefined;
  logins: readonly Login[];
  /** Only where the whole list of logins was read does nothing mean nothing. */
  read: SystemRead['read'];
  isPressed: boolean;
  press: () => void;
}) {
  if (cell === undefined) return <Blank read={read} />;
  const login = highestOf(logins);
  const headings = [...new Set(logins.flatMap(({ breaks }) => breaks.map(({ heading }) => heading)))];
  return (
    <button
      type="button"
      className={css.cell}
      data-state={cell.state}
      aria-expanded={isPressed}
      onClick={press}
    >
      <span className={css.level}>
        <StandingMark standing={cell.state} bare>
          {words.situations[situationOf(cell, logins)]}
        </StandingMark>
        <b>{login === undefined ? noLogin(cell) : levelOf(login)}</b>
      </span>
      {headings.map((heading) => (
        <span key={heading} className={css.broken}>
          {heading}
        </span>
      ))}
      {login !== undefined && smallPrint(login).map((line) => <span key={line}>{line}</span>)}
    </button>
  );
}

function Blank({ read }: { read: SystemRead['read'] }) {
  if (read === 'nothing to read') return <span className={css.hidden}>{words.noSuchList}</span>;
  return (
    <span className={css.blank}>
      <span aria-hidden="true">{read === 'read' ? '·' : '?'}</span>
      <span className={css.hidden}>{read === 'read' ? words.nothing : words.nothingKnown}</span>
    </span>
  );
}

/** That there is no login is said only where the whole list was read. */
function noLogin({ state }: PersonCell): string {
  return state === 'not known' ? words.loginNotKnown : words.noLogin;
}

function levelOf({ level, state }: Login): string {
  if (state === 'suspended') return words.suspended;
  return words.levels[level] ?? level;
}

function smallPrint({ state, last_login: last, second_factor: second }: Login): readonly string[] {
  return [
    state === 'invited' ? words.invited : null,
    lastLoginInWords(last),
    second === false && state === 'active' ? words.noSecondFactor : null,
  ].filter((line) => line !== null);
}
