import { accessState } from '../../kit/access-levels.js';
import type { PeopleFormat } from './format.js';

const ROLE = ['role / user type', 'role/user type', 'user type', 'role'] as const;

/** Settings > Manage users, copied from the page: QuickBooks offers neither an export nor an API for it. */
export const quickbooksUsers: PeopleFormat = {
  gives: 'people',
  title: 'QuickBooks users',
  connector: 'quickbooks',
  recognises: (names) =>
    names.has('name') &&
    names.has('email') &&
    ROLE.some((name) => names.has(name)) &&
    (!names.has('role') || names.has('billable') || names.has('date added')),
  person(cell) {
    const identifier = cell('email').toLowerCase() || cell('name');
    if (identifier === '') return null;
    return {
      identifier,
      role: cell(...ROLE),
      tellsRoles: true,
      state: accessState(cell('status')),
      lastLogin: cell('last login', 'last signed in'),
    };
  },
};
