import { accessState } from '../../kit/access-levels.js';
import type { PeopleFormat } from './format.js';

const EMAIL = ['email', 'e-mail', 'email address', 'e-mail address', 'mail'] as const;
const USER = ['username', 'user name', 'user', 'login'] as const;
const NAME = ['name', 'full name', 'display name'] as const;
const ROLE = ['role', 'roles', 'access', 'access level', 'permission', 'permissions', 'level'] as const;
const STATUS = ['status', 'state', 'active'] as const;
const LOGIN = [
  'last login',
  'last log in',
  'last sign in',
  'last sign-in',
  'last active',
  'last seen',
] as const;
const FACTOR = ['2fa', 'mfa', '2sv', 'two-factor', 'second factor', 'two factor'] as const;
const OTHER = [
  'first name',
  'last name',
  'team',
  'teams',
  'department',
  'date added',
  'created',
  'notes',
] as const;

const KNOWN: ReadonlySet<string> = new Set([
  ...EMAIL,
  ...USER,
  ...NAME,
  ...ROLE,
  ...STATUS,
  ...LOGIN,
  ...FACTOR,
  ...OTHER,
]);

/**
 * Whether a file that a system claims is such a list although it has other columns too, or none for roles: it names
 * people and roles with their logins, or its name says what it is.
 */
export function isClaimedUsersList(names: ReadonlySet<string>, path: string): boolean {
  const has = (columns: readonly string[]) => columns.some((name) => names.has(name));
  if (!has(EMAIL) && !has(USER)) return false;
  const saysSo = /\b(users?|staff|team|access|logins?|people|employees)\b/i.test(
    (path.split('/').at(-1) ?? '').replaceAll('_', ' '),
  );
  return has(ROLE) ? saysSo || has(STATUS) || has(LOGIN) || has(FACTOR) : saysSo && names.size <= 4;
}

/** A list that somebody wrote: name, email, role, perhaps status and last login. Told by having these columns and no others. */
export const handMadeUsers: PeopleFormat = {
  gives: 'people',
  title: 'Users list',
  connector: null,
  recognises: (names) =>
    [...EMAIL, ...USER, ...NAME].some((name) => names.has(name)) &&
    ROLE.some((name) => names.has(name)) &&
    [...names].every((name) => KNOWN.has(name)),
  person(cell, names) {
    const full = cell(...NAME) || `${cell('first name')} ${cell('last name')}`.trim();
    const identifier = cell(...EMAIL).toLowerCase() || cell(...USER) || full;
    if (identifier === '') return null;
    const factor = truth(cell(...FACTOR));
    return {
      identifier,
      role: cell(...ROLE),
      tellsRoles: ROLE.some((name) => names.has(name)),
      state: cell('active').toLowerCase() === 'no' ? 'suspended' : accessState(cell(...STATUS)),
      lastLogin: cell(...LOGIN),
      ...(factor === null ? {} : { secondFactor: factor }),
    };
  },
};

function truth(word: string): boolean | null {
  if (/^(yes|true|on|enabled|enrolled|1|x)$/i.test(word)) return true;
  return /^(no|false|off|disabled|not enrolled|0)$/i.test(word) ? false : null;
}
