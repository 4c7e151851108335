import { isIn, type Plan, planted } from './planted.js';
import type { Setting } from './setting.js';
import { csvOf } from './table.js';

interface AccessedApp extends Plan {
  readonly name: string;
  readonly clientId: string;
  readonly verified: boolean;
  readonly users: number;
  /** Google's scopes as Configured apps list them, whole. */
  readonly scopes: readonly string[];
  readonly access: 'Trusted' | 'Limited' | 'Blocked' | 'Unconfigured';
}

const AUTH = 'https://www.googleapis.com/auth/';
const SIGN_IN = ['openid', `${AUTH}userinfo.email`, `${AUTH}userinfo.profile`] as const;

/** Google Workspace > API controls > Accessed apps. Client ids are invented. */
export const accessedApps: readonly AccessedApp[] = [
  {
    name: 'Zapier',
    clientId: '100000000001-zap.apps.example',
    verified: true,
    users: 2,
    scopes: [`${AUTH}drive`, 'https://mail.google.com/'],
    access: 'Trusted',
    // An AI app by its vendor's own words, but the policy names it and the vendor answered.
    planted: [planted('app.excess-scope', 'office', 'Zapier', 'medium')],
  },
  {
    name: 'Claude',
    clientId: '100000000002-claude.apps.example',
    verified: true,
    users: 1,
    scopes: [`${AUTH}drive.readonly`],
    access: 'Limited',
    nearMiss: 'an AI app that the policy names, with the declared scope, whose vendor was opted out of (E16)',
  },
  {
    name: 'Otter.ai',
    clientId: '100000000003-otter.apps.example',
    verified: true,
    users: 1,
    scopes: [`${AUTH}calendar.readonly`, `${AUTH}contacts.readonly`],
    access: 'Unconfigured',
    planted: [
      planted('app.ai', 'office', 'Otter.ai', 'high'),
      planted('vendor.unvetted', null, 'Otter.ai', 'high'),
    ],
  },
  {
    name: 'Dough Scheduler',
    clientId: '100000000004-dough.apps.example',
    verified: false,
    users: 3,
    scopes: [`${AUTH}calendar`],
    access: 'Unconfigured',
    planted: [
      planted('app.undeclared', 'office', 'Dough Scheduler', 'medium'),
      planted('vendor.unvetted', null, 'Dough Scheduler', 'high'),
    ],
  },
  {
    name: 'Crumb Calendar',
    clientId: '100000000005-crumb.apps.example',
    verified: true,
    users: 4,
    scopes: [`${AUTH}calendar.readonly`],
    access: 'Trusted',
    nearMiss: 'named by the policy, with the very scopes it declares',
  },
  {
    name: 'Perplexity',
    clientId: '100000000006-perplexity.apps.example',
    verified: true,
    users: 1,
    scopes: SIGN_IN,
    access: 'Unconfigured',
    nearMiss: 'an AI app, but it was only used to sign in: inventory (E16)',
  },
  {
    name: 'DeepSeek',
    clientId: '100000000007-deepseek.apps.example',
    verified: false,
    users: 1,
    scopes: [`${AUTH}drive`],
    access: 'Blocked',
    nearMiss: 'an AI app with broad scopes, but blocked: it reaches nothing',
  },
  {
    name: 'Parcel Pigeon',
    clientId: '100000000008-parcel.apps.example',
    verified: true,
    users: 1,
    scopes: [`${AUTH}calendar.readonly`],
    access: 'Limited',
    only: 'a-week-later',
    // The policy already names it, with these scopes; it is new all the same.
    planted: [planted('app.new', 'office', 'Parcel Pigeon', 'info', 'new')],
  },
];

export function accessedAppsCsv(setting: Setting): string {
  return csvOf([
    ['App name', 'Type', 'ID', 'Verified status', 'Users', 'Requested services', 'API scopes', 'Access'],
    ...accessedApps
      .filter((app) => isIn(setting.state, app))
      .map(({ name, clientId, verified, users, scopes, access }) => [
        name,
        'Web',
        clientId,
        verified ? 'Verified' : 'Unverified',
        String(users),
        servicesOf(scopes),
        scopes.join(', '),
        access,
      ]),
  ]);
}

function servicesOf(scopes: readonly string[]): string {
  const services = scopes.map((scope) => {
    if (scope.includes('drive')) return 'Drive';
    if (scope.includes('mail.')) return 'Gmail';
    if (scope.includes('calendar')) return 'Calendar';
    return scope.includes('contacts') ? 'Contacts' : 'Google Sign-in';
  });
  return [...new Set(services)].join(', ');
}
