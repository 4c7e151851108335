import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { StandingMark } from '../../parts/standing-mark.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { accessWords as words, lastLoginInWords } from '../../words/access.js';
import type { Login, PersonCell } from './logins.js';
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
  const { id } = useOrganization();
  const wanted = new URLSearchParams({ system: cell.system });
  const declared = cell.declared === null ? null : (words.levels[cell.declared] ?? cell.declared);
  return (
    <div className={css.logins}>
      <div className={css.loginsHead}>
        <div>
          <h3>
            <bdi>{words.details(who, cell.system)}</bdi>
          </h3>
          <p>
            {words.states[cell.state]}. {words.policyGives(declared)} {words.whatToDo[cell.state]}
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
      {cell.state === 'differs' && (
        <Link href={`${addressOf(id, 'findings')}?${wanted.toString()}`}>{words.toFindings}</Link>
      )}
    </div>
  );
}

function OneLogin({ login }: { login: Login }) {
  const { identifier, role, level, last_login: last, second_factor: second, breaks } = login;
  const rights = words.levels[level] ?? level;
  return (
    <>
      <b>
        <bdi>{identifier}</bdi>
      </b>
      <dl className={css.facts}>
        <dt>{words.roleThere}</dt>
        <dd>
          <bdi>{role === '' ? rights : `${role} (${rights})`}</bdi>
        </dd>
        <dt>{words.last}</dt>
        <dd>{lastLoginInWords(last) ?? words.notTold}</dd>
        <dt>{words.second}</dt>
        <dd>{second === null ? words.notTold : second ? words.yes : words.no}</dd>
      </dl>
      {breaks.map(({ rule, heading }) => (
        <StandingMark key={rule} standing="differs">
          {heading}
        </StandingMark>
      ))}
    </>
  );
}
