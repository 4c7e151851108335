import { expect, it } from '@jest/globals';
import type { Connection } from '../connections/connection.js';
import { fakeConnector } from '../connections/connections.spec-builders.js';
import { connectionAsText } from './connection-text.js';

const connection: Connection = {
  organization: 'Sweet Crumb Bakery',
  id: 'c1',
  name: 'hubspot',
  connector: 'hubspot',
  account: '77',
  way: 'oauth',
  vendorKind: 'real',
  clientId: 'client-1',
  subject: null,
  asked: ['oauth', 'users.read', 'logins.read'],
  granted: ['oauth', 'users.read'],
  health: { state: 'works', problem: null, notices: [] },
  connectedAt: '2026-11-23T10:00:00Z',
  lastUsedAt: null,
  lastRefreshedAt: null,
  accessEndsAt: null,
  loginBeganAt: null,
  loginEndsAt: '2026-11-30T10:00:00Z',
};

it('says how a connection is, and what each missing right costs', () => {
  expect(connectionAsText(connection, fakeConnector())).toBe(
    [
      'hubspot: HubSpot, account 77: works',
      '  connected 2026-11-23 by signing in, not used by a scan yet',
      '  the login ends by itself on 2026-11-30',
      '  rights that were not granted:',
      '    logins.read (optional)',
      '      last logins are not seen',
      '  To grant more, connect HubSpot again and leave every box ticked.',
    ].join('\n'),
  );
});

it('says of a login to a simulated tool that it is one', () => {
  const text = connectionAsText({ ...connection, vendorKind: 'simulated' }, fakeConnector());
  expect(text).toContain('hubspot: HubSpot (simulated), account 77: works');
});

it('says what to do; what comes from outside can not steer the terminal', () => {
  const problem = { message: 'It was taken back.', step: 'Connect HubSpot again.', of: 'login' } as const;
  const text = connectionAsText(
    {
      ...connection,
      account: 'a\u{1B}[2J',
      granted: null,
      health: { state: 'reconnect needed', problem, notices: [] },
    },
    null,
  );
  expect(text).toContain('account a?[2J: reconnect needed');
  expect(text).toContain('  It was taken back.\n  What to do: Connect HubSpot again.');
});
