import { Button } from '@mantine/core';
import { BrokenRules } from '../../parts/broken-rules.js';
import { StandingMark } from '../../parts/standing-mark.js';
import { accessWords as words, lastLoginInWords } from '../../words/access.js';
import { type Login, type PersonCell, situationOf } from './logins.js';
import css from './access.module.css';

/** The logins behind a cell, what is wrong with each, and what to do. */
export function Logins({
  who,
  cell,
  logins,
  close,
}: {
  who: string;
  cell: PersonCell;
  logins: readonly Login[];
  close: () => void;
}) {
  const situation = situationOf(cell, logins);
  const declared = cell.declared === null ? null : (words.levels[cell.declared] ?? cell.declared);
  return (
    <div className={css.logins}>
      <div className={css.loginsHead}>
        <div>
          <h3>
            <bdi>{words.details(who, cell.system)}</bdi>
          </h3>
          <p>
            {cell.state !== 'differs' && `${words.situations[situation]}. `}
            {words.policyGives(declared)}
            {cell.state !== 'differs' && ` ${words.whatToDo[situation]}`}
          </p>
        </div>
        <Button variant="default" size="xs" onClick={close}>
          {words.close}
        </Button>
      </div>
      <ul className={css.loginList}>
        {logins.map((login) => (
          <li key={login.identifier}>
            <OneLogin login={login} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneLogin({ login }: { login: Login }) {
  const { identifier, role, level, last_login: last, second_factor: second, breaks, standing } = login;
  return (
    <>
      <b>
        <bdi>{identifier}</bdi>
      </b>
      <dl className={css.facts}>
        <dt>{words.roleThere}</dt>
        <dd>
          <bdi>{words.roleOf(role, level)}</bdi>
        </dd>
        <dt>{words.last}</dt>
        <dd>{lastLoginInWords(last) ?? words.notTold}</dd>
        <dt>{words.second}</dt>
        <dd>{second === null ? words.notTold : second ? words.yes : words.no}</dd>
      </dl>
      {login.state === 'suspended' ? (
        <StandingMark standing="not found">{words.situations.suspended}</StandingMark>
      ) : (
        standing !== null &&
        standing !== 'differs' && (
          <StandingMark standing={standing}>
            {standing === 'not known' ? words.situations['role unknown'] : words.situations[standing]}
          </StandingMark>
        )
      )}
      <BrokenRules breaks={breaks} />
    </>
  );
}
