import { StandingMark } from '../../parts/standing-mark.js';
import { accessWords as words, lastLoginInWords } from '../../words/access.js';
import { highestOf, type Login, type PersonCell } from './logins.js';
import css from './access.module.css';

/** What somebody can do in a system; without login and right there is nothing to press. */
export function PersonMark({
  cell,
  logins,
  isRead,
  isPressed,
  press,
}: {
  cell: PersonCell | undefined;
  logins: readonly Login[];
  /** The whole list of logins was read: only then does nothing mean nothing. */
  isRead: boolean;
  isPressed: boolean;
  press: () => void;
}) {
  if (cell === undefined) {
    return (
      <span className={css.blank}>
        <span aria-hidden="true">{isRead ? '·' : '?'}</span>
        <span className={css.hidden}>{isRead ? words.nothing : words.nothingKnown}</span>
      </span>
    );
  }
  const login = highestOf(logins);
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
          {words.states[cell.state]}
        </StandingMark>
        <b>{login === undefined ? words.noLogin : levelOf(login)}</b>
      </span>
      {login !== undefined && smallPrint(login).map((line) => <span key={line}>{line}</span>)}
    </button>
  );
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
