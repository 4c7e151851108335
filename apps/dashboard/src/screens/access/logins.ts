import type { AccessAnswer } from '../../api/shapes.js';

export type Login = AccessAnswer['items'][number];
export type Person = AccessAnswer['people'][number];
export type PersonCell = Person['systems'][number];

/** Everything that somebody can log in with in a system. */
export function loginsOf({ items }: AccessAnswer, { system, logins }: PersonCell): readonly Login[] {
  return items.filter((login) => login.system === system && logins.includes(login.identifier));
}

/** What is to be said of somebody in a system, closer than how it stands to the policy. */
export type Situation = PersonCell['state'] | 'suspended' | 'role unknown';

export function situationOf({ state }: PersonCell, logins: readonly Login[]): Situation {
  if (state === 'not found' && logins.length > 0) return 'suspended';
  const isOpen = logins.some((login) => login.state !== 'suspended' && login.level === 'unknown');
  return state === 'not known' && isOpen ? 'role unknown' : state;
}

const LEVELS = ['unknown', 'viewer', 'member', 'admin'];

/** The login with the most rights, of those that are open. */
export function highestOf(logins: readonly Login[]): Login | undefined {
  const open = logins.filter(({ state }) => state !== 'suspended');
  return (open.length > 0 ? open : logins).toSorted(
    (one, other) => LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level),
  )[0];
}
