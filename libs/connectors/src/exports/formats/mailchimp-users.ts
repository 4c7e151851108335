import { accessState } from '../../kit/access-levels.js';
import type { PeopleFormat } from './format.js';

/** Settings > Users, copied by hand: Mailchimp offers no export of it. */
export const mailchimpUsers: PeopleFormat = {
  gives: 'people',
  title: 'Mailchimp users',
  connector: 'mailchimp',
  recognises: (names) => names.has('user level') && (names.has('username') || names.has('name')),
  person(cell) {
    const identifier =
      cell('email', 'email address').toLowerCase() || cell('username', 'user name') || cell('name');
    if (identifier === '') return null;
    return {
      identifier: identifier.includes('@') ? identifier.toLowerCase() : identifier,
      role: cell('user level'),
      tellsRoles: true,
      state: accessState(`${cell('status')} ${cell('user level')}`),
      lastLogin: cell('last login'),
    };
  },
};
