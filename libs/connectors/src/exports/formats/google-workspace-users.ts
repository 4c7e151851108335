import { accessState } from '../../kit/access-levels.js';
import type { PeopleFormat } from './format.js';

/** Google writes what may be done with a column behind its name: "Status [READ ONLY]". Newer downloads add columns and drop marks. */
const MARKS = ['', ' [required]', ' [read only]'] as const;
const marked = (name: string): readonly string[] => MARKS.map((mark) => name + mark);
const hasMarked = (names: ReadonlySet<string>, name: string): boolean =>
  marked(name).some((candidate) => names.has(candidate));

/** Admin console > Directory > Users > Download users. It has no role column unless a newer download adds one. */
export const googleWorkspaceUsers: PeopleFormat = {
  gives: 'people',
  title: 'Google Workspace users',
  connector: 'google-workspace',
  recognises: (names) =>
    hasMarked(names, 'email address') &&
    (hasMarked(names, 'status') || hasMarked(names, 'last sign in')) &&
    (hasMarked(names, 'org unit path') ||
      hasMarked(names, '2sv enrolled') ||
      names.has('status [read only]')),
  person(cell, names) {
    const identifier = cell(...marked('email address')).toLowerCase();
    if (identifier === '') return null;
    const enrolled = cell(...marked('2sv enrolled')).toLowerCase();
    const lastLogin = cell(...marked('last sign in'));
    return {
      identifier,
      role: cell(...marked('admin role'), ...marked('role'), ...marked('admin roles')),
      tellsRoles: ['admin role', 'role', 'admin roles'].some((name) => hasMarked(names, name)),
      state: accessState(cell(...marked('status'))),
      lastLogin: /never/i.test(lastLogin) ? 'never' : lastLogin,
      ...(enrolled === 'true' || enrolled === 'false' ? { secondFactor: enrolled === 'true' } : {}),
    };
  },
};
