import { describe, expect, it } from '@jest/globals';
import { ReadRefusedError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { drained, scriptedApi, SOURCE } from './hubspot.spec-builders.js';
import { HubspotMemory } from './log-memory.js';
import { readApps } from './read-apps.js';

const NOW = new Date('2026-11-23T12:00:00Z');

function event(type: string, objectId: string | null, day: string, id = day.replaceAll('-', '')) {
  return {
    id,
    type,
    objectId,
    createdAt: `${day}T10:00:00Z`,
    userId: 7,
    actingUser: 'Tom@sweetcrumb.example',
  };
}

const INSTALLED = event('INSTALL_INTEGRATION', '19', '2026-01-10');
const TOKEN = event('PRIVATE_APP_ACCESS_TOKEN_CREATE', '22', '2026-02-10');

async function apps(events: readonly object[], { before = null, refusal = null }: Account = {}) {
  let kept: unknown = null;
  const api = scriptedApi(() => {
    if (refusal !== null) throw new ReadRefusedError({ message: 'refused', refusal });
    return { results: events };
  });
  const session = { now: () => NOW } as VendorSession;
  const memory = new HubspotMemory({ before, keep: (next) => (kept = next) });
  const { items, end } = await drained(readApps({ api, source: SOURCE, session }, memory));
  return { items, end, kept, asked: api.asked };
}

interface Account {
  readonly before?: unknown;
  readonly refusal?: Refusal | null;
}

describe('apps', () => {
  it('are those that were connected, and keys, as far as the log names them', async () => {
    const { items, end } = await apps([
      INSTALLED,
      TOKEN,
      event('SERVICE_KEY_CREATE', '77', '2026-03-10'),
      event('PERSONAL_ACCESS_KEY_CREATE', null, '2026-04-10'),
      event('CONTACT_DATA_EXPORT', null, '2026-05-10'),
    ]);
    expect(items.map(({ name, clientId, lastSeen }) => [name, clientId, lastSeen])).toEqual([
      ['HubSpot app 19', '19', '2026-01-10'],
      ['Personal access key of tom@sweetcrumb.example', undefined, '2026-04-10'],
      ['Private app 22', undefined, '2026-02-10'],
      ['Service key 77', undefined, '2026-03-10'],
    ]);
    expect(end).toEqual({ window: { from: '2026-01-10', to: '2026-11-23' } });
  });

  it('go when they were removed, in whatever order the log tells it', async () => {
    const removed = event('UNINSTALL_INTEGRATION', '19', '2026-06-01');
    for (const events of [
      [INSTALLED, removed],
      [removed, INSTALLED],
    ]) {
      expect((await apps(events)).items).toEqual([]);
    }
    const back = event('INSTALL_INTEGRATION', '19', '2026-07-01');
    expect((await apps([back, removed, INSTALLED])).items).toMatchObject([{ lastSeen: '2026-07-01' }]);
  });

  it('are remembered, and the log is read on with a day of overlap', async () => {
    const first = await apps([INSTALLED, TOKEN]);
    const second = await apps([TOKEN, event('UNINSTALL_INTEGRATION', '19', '2026-11-24')], {
      before: first.kept,
    });
    expect(first.asked[0]?.query).toEqual({ limit: 200 });
    expect(second.asked[0]?.query).toEqual({ limit: 200, fromTimestamp: Date.parse('2026-11-22T12:00:00Z') });
    expect(second.items.map(({ name }) => name)).toEqual(['Private app 22']);
    expect(second.end.window?.from).toBe('2026-01-10');
  });

  it('stay remembered where the log could not be read', async () => {
    const refusal: Refusal = { status: 'failed', reason: 'overloaded', actor: 'vendor', step: 'Wait.' };
    await expect(apps([], { before: null, refusal })).rejects.toMatchObject({ refusal });
  });

  it('are told how to be looked up where the log may not be read', async () => {
    const refusal: Refusal = {
      status: 'denied',
      reason: 'the permission was not granted',
      actor: 'user',
      step: 'Allow it.',
      scope: 'account-info.security.read',
    };
    await expect(apps([], { refusal })).rejects.toMatchObject({
      refusal: {
        status: 'unsupported',
        scope: 'account-info.security.read',
        step: expect.stringMatching(/Settings > Integrations > Connected apps/u),
      },
    });
  });

  it('without a number are said to be there, and not named', async () => {
    const { items, end } = await apps([event('INSTALL_INTEGRATION', null, '2026-01-10'), TOKEN]);
    expect(items).toHaveLength(1);
    expect(end.shortfall).toMatchObject({ status: 'partial', actor: 'user' });
  });

  it('start from nothing where the memory is of another form', async () => {
    const { items } = await apps([INSTALLED], { before: { security: { grants: 'all' }, logins: 3 } });
    expect(items).toHaveLength(1);
  });
});
