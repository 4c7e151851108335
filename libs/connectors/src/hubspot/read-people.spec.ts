import { describe, expect, it } from '@jest/globals';
import { ReadRefusedError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { drained, scriptedApi, SOURCE } from './hubspot.spec-builders.js';
import { HubspotMemory } from './log-memory.js';
import { PATHS } from './paths.js';
import { readPeople } from './read-people.js';

const NOW = new Date('2026-11-23T12:00:00Z');
const DENIED: Refusal = {
  status: 'denied',
  reason: 'no right',
  actor: 'user',
  step: 'Allow it.',
  scope: 'x',
};
const OVERLOADED: Refusal = { status: 'failed', reason: 'overloaded', actor: 'vendor', step: 'Wait.' };

const USERS = [
  { id: '1', email: 'Maria@SweetCrumb.example', roleIds: [], superAdmin: 'true' },
  { id: '2', email: 'tom@sweetcrumb.example', roleId: '77', roleIds: ['77', '78'], superAdmin: 'false' },
  { id: '3', email: 'sam@sweetcrumb.example', roleIds: [], superAdmin: false },
];
const ROLES = [
  { id: '77', name: 'Sales' },
  { id: '78', name: 'View only' },
];
const CURRENT = [
  { id: '11', email: 'tom@sweetcrumb.example', type: 'PERSON', userId: 2 },
  { id: '12', email: 'lena@sweetcrumb.example', type: 'PERSON', userId: 4 },
  { id: '13', type: 'QUEUE', userId: null },
];
const FORMER = [
  { id: '20', email: 'gina@sweetcrumb.example', type: 'PERSON', userId: null },
  { id: '21', email: 'sam@sweetcrumb.example', type: 'PERSON', userId: null },
];
const LOGINS = [
  {
    id: 'a',
    email: 'maria@sweetcrumb.example',
    userId: 1,
    loginAt: '2026-11-20T09:00:00Z',
    loginSucceeded: true,
  },
  {
    id: 'b',
    email: 'Maria@sweetcrumb.example',
    userId: 1,
    loginAt: '2026-10-01T09:00:00Z',
    loginSucceeded: true,
  },
  { id: 'c', userId: 2, loginAt: '2026-11-19T09:00:00Z', loginSucceeded: true },
  {
    id: 'd',
    email: 'sam@sweetcrumb.example',
    userId: 3,
    loginAt: '2026-11-22T09:00:00Z',
    loginSucceeded: false,
  },
];

interface Account {
  readonly before?: unknown;
  readonly refused?: Readonly<Record<string, Refusal>>;
  readonly logins?: readonly object[];
}

async function people({ before = null, refused = {}, logins = LOGINS }: Account = {}) {
  const answers: Readonly<Record<string, unknown>> = {
    [PATHS.users]: { results: USERS },
    [PATHS.roles]: { results: ROLES },
    [PATHS.logins]: { results: logins },
  };
  let kept: unknown = null;
  const api = scriptedApi(({ path, query }) => {
    const refusal = refused[path];
    if (refusal !== undefined) throw new ReadRefusedError({ message: 'refused', refusal });
    return answers[path] ?? { results: query?.['archived'] === true ? FORMER : CURRENT };
  });
  const session = { now: () => NOW } as VendorSession;
  const memory = new HubspotMemory({ before, keep: (next) => (kept = next) });
  const { items, end } = await drained(readPeople({ api, source: SOURCE, session }, memory));
  return {
    items,
    end,
    kept,
    of: (name: string) => items.find(({ identifier }) => identifier.startsWith(name)),
  };
}

describe('people', () => {
  it('are users with their permission sets, and super admins however HubSpot writes it', async () => {
    const { of, end } = await people();
    expect(of('maria')).toMatchObject({
      identifier: 'maria@sweetcrumb.example',
      role: 'Super admin',
      level: 'admin',
    });
    expect(of('tom')).toMatchObject({ role: 'Sales, View only', level: 'viewer', state: 'active' });
    expect(of('sam')).toMatchObject({ role: '', level: 'unknown', state: 'active' });
    expect(end).toEqual({});
  });

  it('are also owners with a login, and those who left; a queue is nobody', async () => {
    const { items } = await people();
    expect(items.slice(3).map(({ identifier, state }) => [identifier, state])).toEqual([
      ['lena@sweetcrumb.example', 'active'],
      ['gina@sweetcrumb.example', 'suspended'],
    ]);
  });

  it('logged in when they last succeeded; whom the log does not show has not been seen, which is not never', async () => {
    const { of } = await people();
    expect([of('maria')?.lastLogin, of('tom')?.lastLogin]).toEqual(['2026-11-20', '2026-11-19']);
    expect(of('sam')).not.toHaveProperty('lastLogin');
  });

  it('are remembered beyond the 90 days of the log, and forgotten after 13 months', async () => {
    const before = {
      logins: { 'sam@sweetcrumb.example': '2026-05-02', 'old@sweetcrumb.example': '2025-10-01' },
    };
    const { of, kept } = await people({ before });
    expect(of('sam')?.lastLogin).toBe('2026-05-02');
    expect(JSON.stringify(kept)).not.toContain('old@');
    expect(kept).toMatchObject({ logins: { 'maria@sweetcrumb.example': '2026-11-20' } });
  });

  it('are complete without the log of logins where nobody ever granted it', async () => {
    const { of, end } = await people({ refused: { [PATHS.logins]: DENIED } });
    expect(of('maria')).not.toHaveProperty('lastLogin');
    expect(end).toEqual({});
  });

  it('are in part where that right was taken back, so that nothing closes for lack of logins', async () => {
    const before = { logins: { 'sam@sweetcrumb.example': '2026-05-02' } };
    const { of, end, kept } = await people({ before, refused: { [PATHS.logins]: DENIED } });
    expect(of('sam')?.lastLogin).toBe('2026-05-02');
    expect(end.shortfall).toEqual({ ...DENIED, status: 'partial' });
    expect(kept).toBeNull();
  });

  it.each([
    ['the log of logins is overloaded', PATHS.logins],
    ['owners can not be read', PATHS.owners],
  ])('are in part where %s', async (_, path) => {
    const { items, end } = await people({ refused: { [path]: OVERLOADED } });
    expect(items.length).toBeGreaterThanOrEqual(3);
    expect(end.shortfall).toEqual({ ...OVERLOADED, status: 'partial' });
  });

  it.each([PATHS.users, PATHS.roles])('are refused without %s', async (path) => {
    await expect(people({ refused: { [path]: DENIED } })).rejects.toMatchObject({ refusal: DENIED });
  });
});
