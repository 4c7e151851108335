import { describe, expect, it } from '@jest/globals';
import { type Connector, defineConnector, type Session } from '../contract/connector.js';
import type { Source } from '../contract/fact.js';

const source: Source = { system: 'crm', connector: 'hubspot', account: '1' };
const sheet = { scopes: [], reads: 'people who may log in' };
const person = {
  kind: 'person',
  source,
  identifier: 'maria@sweetcrumb.example',
  role: 'Owner',
  level: 'admin',
  state: 'active',
} as const;

const peopleOnly: Connector<'people', Session> = defineConnector({
  id: 'hubspot',
  title: 'People only',
  capabilities: { people: sheet },
  rateLimit: null,
  identify: () => Promise.resolve([source]),
  async *read() {
    yield await Promise.resolve(person);
  },
});

// Each of these compiles only if the type above it is too wide: the checker then says that the line is not needed.
const readsMore: Connector<'people', Session> = {
  ...peopleOnly,
  // @ts-expect-error a connector that declares people must not yield apps
  async *read() {
    yield await Promise.resolve({ kind: 'app', source, name: 'Zapier', scopes: [] } as const);
  },
};
const vouchesForMore: Connector<'people', Session> = {
  ...peopleOnly,
  // @ts-expect-error nor give a receipt for them
  async *read() {
    yield await Promise.resolve({
      kind: 'receipt',
      source,
      capability: 'apps',
      status: 'complete',
      read: 0,
      parts: [],
    } as const);
  },
};
// @ts-expect-error nor leave out the sheet of what it declares
const saysLess: Connector<'people' | 'apps', Session>['capabilities'] = { people: sheet };

describe('the capabilities a connector declares', () => {
  it('narrow what it may yield, when it is compiled', () => {
    expect([readsMore, vouchesForMore].map(({ id }) => id)).toEqual(['hubspot', 'hubspot']);
    expect(Object.keys(saysLess)).toEqual(['people']);
  });
});
