import { accessState } from '../../kit/access-levels.js';
import type { PeopleFormat } from './format.js';

/** Settings > Users & Teams > Export users. The permission set is the role; without one the permissions are read for "super admin". */
export const hubspotUsers: PeopleFormat = {
  gives: 'people',
  title: 'HubSpot users',
  connector: 'hubspot',
  recognises: (names) =>
    (names.has('user id') || names.has('last login date')) &&
    (names.has('email address') || names.has('email')) &&
    (names.has('assigned role') || names.has('permissions') || names.has('assigned teams')),
  person(cell, names) {
    const email = cell('email address', 'email').toLowerCase();
    const isSuperAdmin = /super[\s-]?admin/i.test(`${cell('assigned role')} ${cell('permissions')}`);
    const identifier = email || `${cell('first name')} ${cell('last name')}`.trim();
    if (identifier === '') return null;
    return {
      identifier,
      role: isSuperAdmin ? 'Super admin' : cell('assigned role'),
      tellsRoles: names.has('assigned role') || names.has('permissions'),
      state: accessState(cell('status', 'user status')),
      lastLogin: cell('last login date', 'last login', 'last active'),
    };
  },
};
