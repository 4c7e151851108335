import { type Plan, planted } from './planted.js';

/** Days between the last login and the export, `never`, or null where the tool does not say; it may differ between the states. */
export type LastLogin = number | 'never' | null;

export interface Login extends Plan {
  readonly name: string;
  readonly email: string;
  /** The tool's own word; `later` is the word a week later, where it changed. */
  readonly role: string;
  readonly later?: { readonly role?: string; readonly lastLogin?: LastLogin };
  readonly lastLogin: LastLogin;
  readonly status?: string;
  readonly secondFactor?: boolean;
}

export const SUPER_ADMIN = 'Super Admin';

/** HubSpot > Settings > Users & Teams. */
export const hubspotLogins: readonly Login[] = [
  { name: 'Maria Crumb', email: 'maria@sweetcrumb.example', role: SUPER_ADMIN, lastLogin: 1 },
  {
    name: 'Tom Ferris',
    email: 'tom@sweetcrumb.example',
    role: SUPER_ADMIN,
    lastLogin: 2,
    planted: [planted('access.excess-role', 'crm', 'tom@sweetcrumb.example', 'high')],
  },
  {
    name: 'Lena Ortiz',
    email: 'Lena@SweetCrumb.example',
    role: 'Marketing',
    lastLogin: 90,
    later: { lastLogin: 4 },
    nearMiss:
      'her last login was 90 days ago, which the policy still allows; HubSpot keeps the capitals she typed',
  },
  {
    name: 'Sam Whitlock',
    email: 'sam@sweetcrumb.example',
    role: 'Sales',
    lastLogin: 91,
    later: { lastLogin: 98 },
    planted: [planted('access.inactive', 'crm', 'sam@sweetcrumb.example', 'low')],
  },
  {
    name: 'Priya Nair',
    email: 'priya@sweetcrumb.example',
    role: 'Sales',
    lastLogin: 12,
    // In the policy, but for the books.
    planted: [planted('access.undeclared-person', 'crm', 'priya@sweetcrumb.example', 'high')],
  },
  {
    name: 'Ben Adeyemi',
    email: 'ben@sweetcrumb.example',
    role: 'Sales',
    lastLogin: 16,
    only: 'first',
    planted: [planted('access.departed', 'crm', 'ben@sweetcrumb.example', 'high', 'fixed')],
  },
  {
    name: 'Jo Marsh',
    email: 'jo@pixelpantry.example',
    role: 'Marketing',
    lastLogin: 214,
    planted: [
      planted('access.undeclared-person', 'crm', 'jo@pixelpantry.example', 'high'),
      planted('access.inactive', 'crm', 'jo@pixelpantry.example', 'low'),
    ],
  },
];

/** Mailchimp offers no list of users: Maria typed one. It is missing a week later, so nothing of it may be closed. */
export const mailchimpLogins: readonly Login[] = [
  {
    name: 'Maria C.',
    email: '',
    role: 'Owner',
    lastLogin: null,
    nearMiss: 'known by a name in `also`',
  },
  { name: 'Lena Ortiz', email: 'lena@sweetcrumb.example', role: 'Admin', lastLogin: null },
  {
    name: 'Shop counter',
    email: 'info@sweetcrumb.example',
    role: 'Manager',
    lastLogin: null,
    planted: [
      planted('access.shared-account', 'newsletter', 'info@sweetcrumb.example', 'medium', 'not_observed'),
    ],
  },
  {
    name: 'Back office',
    email: 'office@sweetcrumb.example',
    role: 'Viewer',
    lastLogin: null,
    nearMiss: 'shared, but may only look',
  },
  {
    name: 'Jo Marsh',
    email: 'jo@pixelpantry.example',
    role: 'Author',
    lastLogin: null,
    planted: [
      planted('access.undeclared-person', 'newsletter', 'jo@pixelpantry.example', 'high', 'not_observed'),
    ],
  },
];

/** QuickBooks > Manage users, copied from the page. */
export const quickbooksLogins: readonly Login[] = [
  { name: 'Maria Crumb', email: 'maria@sweetcrumb.example', role: 'Primary admin', lastLogin: null },
  {
    name: 'Priya Nair',
    email: 'priya@sweetcrumb.example',
    role: 'Company admin',
    lastLogin: null,
    nearMiss: 'the very level that the policy gives',
  },
  {
    name: 'Dana Kim',
    email: 'dana@sweetcrumb.example',
    role: 'Standard all access',
    later: { role: 'Company admin' },
    lastLogin: null,
    planted: [planted('access.excess-role', 'books', 'dana@sweetcrumb.example', 'high', 'updated')],
  },
  {
    name: 'Sam Whitlock',
    email: 'sam@sweetcrumb.example',
    role: 'Deliveries (custom)',
    lastLogin: null,
    nearMiss: 'a word whose level nobody knows is shown, never excess (E15)',
  },
  {
    name: 'Joan Ledger',
    email: 'joan@ledgerpartners.example',
    role: 'Accountant',
    lastLogin: null,
    nearMiss: 'from outside, and named by the policy',
  },
  {
    name: 'Ruth Amsel',
    email: 'ruth.amsel@example.org',
    role: 'Standard limited access',
    status: 'Invited',
    lastLogin: null,
    planted: [planted('access.undeclared-person', 'books', 'ruth.amsel@example.org', 'high')],
  },
];

/** Google Workspace > Directory > Users: also the directory that tells who has left. */
export const googleLogins: readonly Login[] = [
  { name: 'Maria Crumb', email: 'maria@sweetcrumb.example', role: 'Owner', lastLogin: 0, secondFactor: true },
  {
    name: 'Tom Ferris',
    email: 'tom@sweetcrumb.example',
    role: 'Sales',
    lastLogin: 1,
    secondFactor: false,
    planted: [planted('access.weak-login', 'office', 'tom@sweetcrumb.example', 'medium')],
  },
  {
    name: 'Lena Ortiz',
    email: 'lena@sweetcrumb.example',
    role: 'Marketing',
    lastLogin: 0,
    secondFactor: true,
  },
  {
    name: 'Sam Whitlock',
    email: 'sam@sweetcrumb.example',
    role: 'Deliveries',
    lastLogin: 3,
    secondFactor: true,
  },
  {
    name: 'Priya Nair',
    email: 'priya@sweetcrumb.example',
    role: 'Accounts',
    lastLogin: 2,
    secondFactor: true,
  },
  {
    name: 'Dana Kim',
    email: 'dana@sweetcrumb.example',
    role: 'Counter',
    lastLogin: 'never',
    secondFactor: true,
    planted: [planted('access.inactive', 'office', 'dana@sweetcrumb.example', 'low')],
  },
  {
    name: 'Kevin Boyle',
    email: 'kevin@sweetcrumb.example',
    role: 'Kitchen',
    lastLogin: 5,
    secondFactor: true,
    // The domain makes him staff, not somebody whom the policy names.
    planted: [planted('access.undeclared-person', 'office', 'kevin@sweetcrumb.example', 'high')],
  },
  {
    name: 'Ben Adeyemi',
    email: 'ben@sweetcrumb.example',
    role: 'Sales',
    lastLogin: 301,
    status: 'Suspended',
    secondFactor: false,
    nearMiss: 'suspended: no access here, so neither undeclared, inactive nor weak (E15, E35)',
  },
];
