import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '#connectors/kit/secret.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import {
  Bench,
  brought,
  FakeVendor,
  type Opened,
  ORGANIZATION,
  tokensOf,
} from './connections.spec-builders.js';
import { recordUse } from './record-use.js';

const bench = new Bench();
afterEach(async () => bench.end());

async function opened(vendor: FakeVendor): Promise<Opened> {
  return bench.open(await bench.folder(), vendor);
}

async function counts({ dataSource }: Opened): Promise<readonly number[]> {
  const rows = await Promise.all(
    ['connections', 'connection_secrets'].map(async (table): Promise<readonly { count: number }[]> =>
      dataSource.query(`SELECT COUNT(*) AS count FROM ${table}`),
    ),
  );
  return rows.map(([row]) => row?.count ?? 0);
}

describe('connecting', () => {
  it('names the account, and the connection after its tool', async () => {
    const vendor = new FakeVendor();
    const { connections } = await opened(vendor);
    expect(await connections.connect(brought(vendor))).toMatchObject({
      name: 'hubspot',
      account: '77',
      granted: ['oauth', 'users.read', 'logins.read'],
      health: { state: 'works', problem: null, notices: [] },
    });
  });

  it('again to the same account renews the login that is there', async () => {
    const vendor = new FakeVendor();
    const process = await opened(vendor);
    const { connections, vault, dataSource } = process;
    const first = await connections.connect(brought(vendor));
    vendor.refreshToken = 'refresh-canary-new';
    const second = await connections.connect(brought(vendor, { secrets: {} }));
    expect(second).toMatchObject({ id: first.id, name: 'hubspot', account: '77' });
    const secrets = await vault.open(dataSource.manager, { organization: ORGANIZATION, id: first.id });
    expect(secrets.refresh_token?.reveal()).toBe('refresh-canary-new');
    expect(Object.keys(secrets).toSorted()).toEqual(['access_token', 'refresh_token']);
    expect(await counts(process)).toEqual([1, 2]);
  });

  it('to another account is another connection', async () => {
    const vendor = new FakeVendor();
    const { connections } = await opened(vendor);
    await connections.connect(brought(vendor));
    const tokens = tokensOf(vendor, {}, '88');
    expect(await connections.connect(brought(vendor, { tokens }))).toMatchObject({
      name: 'hubspot-2',
      account: '88',
    });
    const named = brought(vendor, { tokens: tokensOf(vendor, {}, '99'), name: 'crm' });
    expect(await connections.connect(named)).toMatchObject({ name: 'crm', account: '99' });
    await expect(connections.connect(brought(vendor, { name: 'Not a name!' }))).rejects.toMatchObject({
      actor: 'user',
    });
  });

  it('with a key that is not taken keeps nothing', async () => {
    const vendor = new FakeVendor();
    const process = await opened(vendor);
    const key = { way: 'key', clientId: null, secrets: { key: new Secret('wrong') }, tokens: null } as const;
    await expect(process.connections.connect(brought(vendor, key))).rejects.toMatchObject({
      actor: 'user',
      message: 'HubSpot does not accept this key.',
    });
    expect(await counts(process)).toEqual([0, 0]);
  });

  it('where nothing can be read yet keeps the login and says what to do; the next try takes its place', async () => {
    const vendor = new FakeVendor();
    const process = await opened(vendor);
    vendor.refusal = {
      status: 'denied',
      reason: 'the interface is switched off',
      actor: 'user',
      step: 'Switch it on.',
    };
    expect(await process.connections.connect(brought(vendor))).toMatchObject({
      name: 'hubspot',
      account: null,
      health: {
        state: 'help needed',
        problem: {
          message: 'HubSpot can not be read yet: the interface is switched off.',
          step: 'Switch it on.',
        },
      },
    });
    vendor.refusal = null;
    expect(await process.connections.connect(brought(vendor))).toMatchObject({
      name: 'hubspot',
      account: '77',
    });
    expect(await counts(process)).toEqual([1, 3]);
  });

  it('by a refresh token alone stores what it became before it is used', async () => {
    const vendor = new FakeVendor();
    const { connections, vault, dataSource } = await opened(vendor);
    const secrets = { client_secret: new Secret('s'), refresh_token: new Secret('refresh-canary-0') };
    const { id } = await connections.connect(
      brought(vendor, { way: 'refresh-token', secrets, tokens: null }),
    );
    const stored = await vault.open(dataSource.manager, { organization: ORGANIZATION, id });
    expect(stored.refresh_token?.reveal()).toBe(vendor.refreshToken);
    expect(vendor.refreshToken).not.toBe('refresh-canary-0');
  });
});

describe('disconnecting', () => {
  it('takes the login back at the vendor and deletes it here', async () => {
    const vendor = new FakeVendor();
    const process = await opened(vendor);
    await process.connections.connect(brought(vendor));
    expect(await process.connections.disconnect(ORGANIZATION, 'hubspot')).toMatchObject({
      revocation: 'done',
    });
    expect(vendor.asked.at(-1)?.path).toBe('/revoke');
    expect(vendor.asked.at(-1)?.form.get('token')).toBe('refresh-canary-0');
    expect(await counts(process)).toEqual([0, 0]);
  });

  it('leaves nothing of it in the files, also while a service has them open', async () => {
    const vendor = new FakeVendor();
    const folder = await bench.folder();
    const service = await bench.open(folder, vendor);
    const { connections } = await bench.open(folder, vendor);
    await connections.connect(brought(vendor));
    const sealed: readonly { sealed: string }[] = await service.dataSource.query(
      'SELECT sealed FROM connection_secrets',
    );
    const left = async () => {
      const names = (await readdir(folder)).filter((name) => name.startsWith('plumbline.sqlite'));
      const files = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'latin1')));
      return sealed.filter((one) => files.some((file) => file.includes(one.sealed))).length;
    };
    expect([sealed.length, await left()]).toEqual([3, 3]);
    await connections.disconnect(ORGANIZATION, 'hubspot');
    expect(await left()).toBe(0);
  });

  it('deletes it here also where the vendor does not answer, and says how to do it by hand', async () => {
    const vendor = new FakeVendor();
    const process = await opened(vendor);
    await process.connections.connect(brought(vendor));
    vendor.trouble = { status: 503, body: {}, times: 9 };
    expect(await process.connections.disconnect(ORGANIZATION, 'hubspot')).toMatchObject({
      revocation: 'failed',
      byHand: 'Settings > Connected apps > Plumbline > Uninstall',
    });
    expect(await counts(process)).toEqual([0, 0]);
  });

  it('says which names there are', async () => {
    const vendor = new FakeVendor();
    const { connections } = await opened(vendor);
    await connections.connect(brought(vendor));
    await expect(connections.disconnect(ORGANIZATION, 'hubspt')).rejects.toMatchObject({
      step: 'Choose one of: hubspot',
    });
  });
});

describe('what a scan learned', () => {
  const refused = {
    status: 'denied',
    reason: 'the right is missing',
    actor: 'user',
    step: 'Grant it.',
  } as const;

  it('is stored with the scan or not at all', async () => {
    const vendor = new FakeVendor();
    const { connections, dataSource } = await opened(vendor);
    const { id } = await connections.connect(brought(vendor));
    const use = { id, at: '2026-11-23T11:00:00Z', account: '77', refusal: null, memory: { next: { to: 5 } } };
    const failed = inTransaction(dataSource, async (manager) => {
      await recordUse(manager, ORGANIZATION, use);
      throw new RangeError('the scan was not kept');
    });
    await expect(failed).rejects.toThrow(RangeError);
    expect((await connections.open(ORGANIZATION))[0]?.logMemory).toBeNull();
    await inTransaction(dataSource, (manager) => recordUse(manager, ORGANIZATION, use));
    const [open] = await connections.open(ORGANIZATION);
    expect(open).toMatchObject({ logMemory: { to: 5 }, connection: { lastUsedAt: '2026-11-23T11:00:00Z' } });
  });

  it('shows in the health, until a scan could read again', async () => {
    const vendor = new FakeVendor();
    const { connections, dataSource } = await opened(vendor);
    const { id } = await connections.connect(brought(vendor));
    const after = async (refusal: typeof refused | null) => {
      await inTransaction(dataSource, (manager) =>
        recordUse(manager, ORGANIZATION, {
          id,
          at: '2026-11-23T11:00:00Z',
          account: '77',
          refusal,
          memory: null,
        }),
      );
      return (await connections.list(ORGANIZATION))[0]?.health;
    };
    expect(await after(refused)).toMatchObject({ state: 'help needed', problem: { step: 'Grant it.' } });
    expect(await after(null)).toMatchObject({ state: 'works', problem: null });
  });
});
