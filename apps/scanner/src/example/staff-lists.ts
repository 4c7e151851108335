import { americanDate, compactDate, daysBefore } from './calendar.js';
import { isIn } from './planted.js';
import type { BakeryState, Setting } from './setting.js';
import {
  googleLogins,
  hubspotLogins,
  type LastLogin,
  type Login,
  mailchimpLogins,
  quickbooksLogins,
  SUPER_ADMIN,
} from './staff-logins.js';
import { csvOf, type Row } from './table.js';

/** HubSpot > Settings > Users & Teams > Export users. */
export function hubspotUsersCsv(setting: Setting): string {
  return csvOf(
    [
      [
        'User ID',
        'First name',
        'Last name',
        'Email address',
        'Last login date',
        'Assigned teams',
        'Assigned role',
        'Permissions',
      ],
      ...loginsOf(hubspotLogins, setting).map((login, index) => hubspotRow(login, index, setting)),
    ],
    { quoteAll: true },
  );
}

/** The list that Maria typed; null where this state has none. */
export function mailchimpTeamCsv(setting: Setting): string | null {
  if (setting.state === 'a-week-later') return null;
  const rows = loginsOf(mailchimpLogins, setting).map(({ name, email, role }) => [name, email, role]);
  return csvOf([['Name', 'Email', 'Role'], ...rows]);
}

/** The table on QuickBooks' page Manage users. */
export function quickbooksUsersCsv(setting: Setting): string {
  return csvOf([
    ['Name', 'Email', 'Role / user type', 'Status', 'Date added', 'Billable'],
    ...loginsOf(quickbooksLogins, setting).map(({ name, email, role, status }, index) => [
      name,
      email,
      role,
      status ?? 'Active',
      americanDate(daysBefore(setting.opening, 900 - index * 150)),
      role === 'Accountant' ? 'No' : 'Yes',
    ]),
  ]);
}

/** Google Workspace > Directory > Users > Download users. */
export function googleUsersCsv(setting: Setting): string {
  return csvOf([
    [
      'First Name [Required]',
      'Last Name [Required]',
      'Email Address [Required]',
      'Password [Required]',
      'Org Unit Path [Required]',
      'Status [READ ONLY]',
      'Last Sign In [READ ONLY]',
      'Recovery Email',
      'Employee Title',
      '2sv Enrolled [READ ONLY]',
      '2sv Enforced [READ ONLY]',
      'Drive Usage [READ ONLY]',
    ],
    ...loginsOf(googleLogins, setting).map((login) => googleRow(login, setting)),
  ]);
}

/** "User_Download_23112026_073112.csv", as Google names it. */
export function googleUsersFileName({ today }: Setting): string {
  return `User_Download_${compactDate(today)}_073112.csv`;
}

function hubspotRow({ name, email, role, lastLogin }: Login, index: number, setting: Setting): Row {
  return [
    String(50_010 + index),
    ...firstAndLast(name),
    email,
    `${dayOf(lastLogin, setting)} 08:15`,
    '',
    role,
    role === SUPER_ADMIN ? 'Super admin' : 'View and edit contacts',
  ];
}

function googleRow({ name, email, role, lastLogin, status, secondFactor }: Login, setting: Setting): Row {
  return [
    ...firstAndLast(name),
    email,
    '****',
    '/',
    status ?? 'Active',
    lastLogin === 'never' ? 'Never logged in' : `${dayOf(lastLogin, setting).replaceAll('-', '/')} 07:31:09`,
    '',
    role,
    secondFactor === true ? 'True' : 'False',
    'False',
    '0.4GB',
  ];
}

/** The logins of this state, as they are in it. */
export function loginsOf(logins: readonly Login[], { state }: Setting): readonly Login[] {
  return logins.filter((login) => isIn(state, login)).map((login) => inState(login, state));
}

function inState(login: Login, state: BakeryState): Login {
  return state === 'first' ? login : { ...login, ...login.later };
}

function dayOf(lastLogin: LastLogin, { today }: Setting): string {
  return typeof lastLogin === 'number' ? daysBefore(today, lastLogin) : '';
}

function firstAndLast(name: string): readonly string[] {
  const space = name.indexOf(' ');
  return [name.slice(0, space), name.slice(space + 1)];
}
