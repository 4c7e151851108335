import { rename } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Credential } from '#connectors/kit/guard/guard.js';
import { Secret } from '#connectors/kit/secret.js';
import { ConnectionEntity } from '../storage/entities/connection.entity.js';
import {
  Bench,
  brought,
  FakeVendor,
  type Opened,
  ORGANIZATION,
  tokensOf,
} from './connections.spec-builders.js';
import type { NewConnection } from './new-connection.js';

const bench = new Bench();
afterEach(async () => bench.end());

async function connected(vendor: FakeVendor, change: Partial<NewConnection> = {}) {
  const folder = await bench.folder();
  const opened = await bench.open(folder, vendor);
  await opened.connections.connect(brought(vendor, change));
  vendor.asked.splice(0);
  return { ...opened, folder };
}

async function credentialOf({ connections }: Opened): Promise<Credential> {
  const [open] = await connections.open(ORGANIZATION);
  if (open === undefined) throw new Error('nothing is connected');
  return open.credential;
}

async function stored({ dataSource }: Opened): Promise<ConnectionEntity> {
  return dataSource.manager.findOneByOrFail(ConnectionEntity, { organization: ORGANIZATION });
}

async function secretsIn(opened: Opened) {
  const { id } = await stored(opened);
  return opened.vault.open(opened.dataSource.manager, { organization: ORGANIZATION, id });
}

function pass(opened: Opened, seconds: number): void {
  opened.clock.now = new Date(opened.clock.now.getTime() + seconds * 1000);
}

describe('the access token', () => {
  it('is used as long as it is good, and renewed two minutes before its end', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    const first = await credential.token();
    pass(opened, 1800 - 121);
    expect(await credential.token()).toBe(first);
    expect(vendor.asked).toEqual([]);
    pass(opened, 2);
    expect(await credential.token()).not.toBe(first);
    expect(vendor.asked).toHaveLength(1);
    expect((await stored(opened)).lastRefreshedAt).toBe(opened.clock.now.toISOString());
  });

  it('is renewed when the vendor does not take it, and what rotated is stored before it is used', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    const renewed = await credential.renewed(await credential.token());
    const secrets = await secretsIn(opened);
    expect(secrets.access_token?.reveal()).toBe(renewed);
    expect(secrets.refresh_token?.reveal()).toBe(vendor.refreshToken);
    expect(secrets.client_secret?.reveal()).toBe('secret-canary');
    // And again, with what is stored now.
    expect(await credential.renewed(renewed)).not.toBe(renewed);
  });

  it('keeps its refresh token where the vendor does not rotate it', async () => {
    const vendor = new FakeVendor(false);
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    await credential.renewed(await credential.token());
    expect((await secretsIn(opened)).refresh_token?.reveal()).toBe('refresh-canary-0');
  });

  it('tells when a right was lost', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    vendor.scope = 'oauth users.read';
    const credential = await credentialOf(opened);
    await credential.renewed(await credential.token());
    expect((await stored(opened)).granted).toEqual(['oauth', 'users.read']);
  });
});

describe('two renewals at once', () => {
  it('are one in a process, also of two readers', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const [one, two] = [await credentialOf(opened), await credentialOf(opened)];
    const token = await one.token();
    const renewed = await Promise.all([one.renewed(token), two.renewed(token), one.renewed(token)]);
    expect(new Set(renewed).size).toBe(1);
    expect(vendor.asked).toHaveLength(1);
  });

  it('are one in two processes: the second takes what the first one stored', async () => {
    const vendor = new FakeVendor();
    const first = await connected(vendor);
    const second = await bench.open(first.folder, vendor);
    const [one, two] = [await credentialOf(first), await credentialOf(second)];
    const token = await one.token();
    const [waiting, isDone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    second.clock.pausing = async () => {
      waiting.resolve();
      await isDone.promise;
    };
    // The second asks while the vendor has not answered the first.
    const ofSecond: Promise<string>[] = [];
    vendor.meanwhile = async () => {
      vendor.meanwhile = null;
      ofSecond.push(two.renewed(token));
      await waiting.promise;
    };
    const ofFirst = await one.renewed(token);
    isDone.resolve();
    const renewed = [ofFirst, ...(await Promise.all(ofSecond))];
    expect(renewed).toHaveLength(2);
    expect(new Set(renewed).size).toBe(1);
    expect(vendor.asked).toHaveLength(1);
    expect((await stored(first)).renewingBy).toBeNull();
  });

  it('lose nothing where a process renewed without being asked to wait', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    const token = await credential.token();
    // Somebody else renews between our request and the vendor's answer: ours is refused as used up.
    vendor.meanwhile = async () => {
      vendor.meanwhile = null;
      vendor.refreshToken = 'refresh-canary-newer';
      const { id } = await stored(opened);
      await opened.dataSource.transaction((manager) =>
        opened.vault.store(
          manager,
          { organization: ORGANIZATION, id },
          { access_token: new Secret(vendor.issue()), refresh_token: new Secret('refresh-canary-newer') },
        ),
      );
    };
    expect(vendor.good).toContain(await credential.renewed(token));
    expect((await stored(opened)).health.state).toBe('works');
  });

  it('do not wait for a process that was killed', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    const { id } = await stored(opened);
    const until = new Date(opened.clock.now.getTime() + 60_000).toISOString();
    await opened.dataSource.manager.update(
      ConnectionEntity,
      { id },
      { renewingBy: 'a dead process', renewingUntil: until },
    );
    const before = opened.clock.now.getTime();
    expect(vendor.good).toContain(await credential.renewed(await credential.token()));
    expect(opened.clock.now.getTime() - before).toBeGreaterThanOrEqual(60_000);
  });

  it('do not wait for one that was killed while the clock was years ahead', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const { id } = await stored(opened);
    const held = { renewingBy: 'a dead process', renewingUntil: '2031-01-01T00:00:00.000Z' };
    await opened.dataSource.manager.update(ConnectionEntity, { id }, held);
    const credential = await credentialOf(opened);
    expect(vendor.good).toContain(await credential.renewed(await credential.token()));
  });
});

describe('a new login that can not be stored at once', () => {
  async function readOnly(vendor: FakeVendor) {
    const opened = await connected(vendor);
    const set = async (value: 'ON' | 'OFF') =>
      void (await opened.dataSource.query(`PRAGMA query_only=${value}`));
    vendor.meanwhile = async () => {
      vendor.meanwhile = null;
      await set('ON');
    };
    return { ...opened, set };
  }

  it('is stored as soon as it can be, and the vendor is asked once', async () => {
    const vendor = new FakeVendor();
    const opened = await readOnly(vendor);
    const credential = await credentialOf(opened);
    let pauses = 0;
    opened.clock.pausing = async () => {
      pauses += 1;
      if (pauses === 3) await opened.set('OFF');
    };
    const renewed = await credential.renewed(await credential.token());
    const secrets = await secretsIn(opened);
    expect([pauses, vendor.asked.length]).toEqual([3, 1]);
    expect(secrets.access_token?.reveal()).toBe(renewed);
    expect(secrets.refresh_token?.reveal()).toBe(vendor.refreshToken);
    expect((await stored(opened)).health).toMatchObject({ state: 'works', problem: null });
  });

  it('is not used until it is, is said, held, and stored by whoever reads next', async () => {
    const vendor = new FakeVendor();
    const opened = await readOnly(vendor);
    const credential = await credentialOf(opened);
    const token = await credential.token();
    await expect(credential.renewed(token)).rejects.toMatchObject({ actor: 'user' });
    await expect(credential.token()).rejects.toMatchObject({ actor: 'user' });
    expect((await opened.connections.list(ORGANIZATION))[0]?.health).toMatchObject({
      state: 'help needed',
      problem: { message: expect.stringContaining('could not be stored') },
    });
    expect(inspect(opened.connections, { depth: 4, showHidden: true })).not.toMatch(/canary-\d/u);
    await opened.set('OFF');
    expect(vendor.good).toContain(await (await credentialOf(opened)).token());
    expect(vendor.asked).toHaveLength(1);
    expect((await secretsIn(opened)).refresh_token?.reveal()).toBe(vendor.refreshToken);
    expect((await opened.connections.list(ORGANIZATION))[0]?.health.state).toBe('works');
  });

  it('says so where the key is what is missing', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    const [file, aside] = ['master.key', 'aside'].map((name) => path.join(opened.folder, name));
    vendor.meanwhile = async () => rename(String(file), String(aside));
    await expect(credential.renewed(await credential.token())).rejects.toMatchObject({ actor: 'user' });
    expect((await stored(opened)).health).toMatchObject({ state: 'help needed', problem: { of: 'login' } });
    await rename(String(aside), String(file));
    await credential.token();
    expect((await stored(opened)).health).toMatchObject({ state: 'works', problem: null });
  });

  it('does not take the place of a newer one', async () => {
    const vendor = new FakeVendor();
    const opened = await readOnly(vendor);
    const credential = await credentialOf(opened);
    await expect(credential.renewed(await credential.token())).rejects.toMatchObject({ actor: 'user' });
    await opened.set('OFF');
    const key = { organization: ORGANIZATION, id: (await stored(opened)).id };
    const newer = { access_token: new Secret(vendor.issue()), refresh_token: new Secret('newer') };
    await opened.dataSource.transaction((manager) => opened.vault.store(manager, key, newer));
    expect(await credential.token()).toBe(newer.access_token.reveal());
    expect((await secretsIn(opened)).refresh_token?.reveal()).toBe('newer');
  });

  it('is the one that is taken back when the connection goes', async () => {
    const vendor = new FakeVendor();
    const opened = await readOnly(vendor);
    const credential = await credentialOf(opened);
    await expect(credential.renewed(await credential.token())).rejects.toMatchObject({ actor: 'user' });
    await opened.set('OFF');
    await opened.connections.disconnect(ORGANIZATION, 'hubspot');
    expect(vendor.asked.at(-1)?.form.get('token')).toBe(vendor.refreshToken);
  });
});

it('the list of renewals under way shows no token', async () => {
  const vendor = new FakeVendor();
  const opened = await connected(vendor);
  const credential = await credentialOf(opened);
  let shown = '';
  vendor.meanwhile = async () => {
    shown = inspect(opened.connections, { depth: 3, showHidden: true });
  };
  await credential.renewed(await credential.token());
  expect(shown).toContain('renewals');
  expect(shown).not.toMatch(/canary/u);
});

describe('a login that can not be renewed', () => {
  it('was taken back: the connection says so, keeps everything, and heals if the vendor thinks better of it', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    const token = await credential.token();
    const { refreshToken } = vendor;
    vendor.refreshToken = null;
    await expect(credential.renewed(token)).rejects.toMatchObject({ actor: 'user', problem: 'revoked' });
    expect((await stored(opened)).health).toMatchObject({
      state: 'reconnect needed',
      problem: { step: 'Connect HubSpot again.' },
    });
    expect((await secretsIn(opened)).refresh_token?.reveal()).toBe(refreshToken);
    vendor.refreshToken = refreshToken;
    await credential.renewed(token);
    expect((await stored(opened)).health).toMatchObject({ state: 'works', problem: null });
  });

  it('heals no more than the login: what could not be read with it is still said', async () => {
    const vendor = new FakeVendor();
    vendor.refusal = { status: 'denied', reason: 'switched off', actor: 'user', step: 'Switch it on.' };
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    await credential.renewed(await credential.token());
    expect((await stored(opened)).health).toMatchObject({
      problem: { step: 'Switch it on.', of: 'reading' },
    });
  });

  it.each([
    { status: 503, body: {} },
    { status: 500, body: 'canary' },
    { status: 429, body: {} },
  ])('for a vendor in trouble (%j) is left as it is', async ({ status, body }) => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    const before = await stored(opened);
    const token = await credential.token();
    vendor.trouble = { status, body, times: 3 };
    await expect(credential.renewed(token)).rejects.toMatchObject({ actor: 'vendor' });
    expect(await stored(opened)).toEqual(before);
    // Tried three times, then left; the next reader has it again.
    expect(vendor.asked).toHaveLength(3);
    expect(vendor.good).toContain(await credential.renewed(token));
  });

  it('early for a vendor in trouble is no failure while the token is good', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    const token = await credential.token();
    pass(opened, 1800 - 60);
    vendor.trouble = { status: 503, body: {}, times: 3 };
    expect(await credential.token()).toBe(token);
    pass(opened, 120);
    vendor.trouble = { status: 503, body: {}, times: 3 };
    await expect(credential.token()).rejects.toMatchObject({ actor: 'vendor' });
  });

  it('of an app at "Testing" ends after a week, and the connection says why', async () => {
    const vendor = new FakeVendor(false);
    const ends = new Date('2026-11-30T10:00:00Z');
    const opened = await connected(vendor, { tokens: tokensOf(vendor, { refreshEndsAt: ends }) });
    expect((await stored(opened)).health.notices).toMatchObject([
      { message: 'HubSpot gave this access for a week only.' },
    ]);
    pass(opened, 7 * 86_400);
    vendor.refreshToken = null;
    await expect((await credentialOf(opened)).token()).rejects.toMatchObject({ problem: 'ended-in-testing' });
  });

  it('that is a key is refused as a key', async () => {
    const vendor = new FakeVendor();
    const key = new Secret(vendor.issue());
    const opened = await connected(vendor, { way: 'key', clientId: null, secrets: { key }, tokens: null });
    const credential = await credentialOf(opened);
    const token = await credential.token();
    await expect(credential.renewed(token)).rejects.toMatchObject({ problem: 'key-not-taken' });
    expect((await stored(opened)).health.state).toBe('reconnect needed');
  });

  it('is said without a secret in the error, in what is shown, or in the database', async () => {
    const vendor = new FakeVendor();
    const opened = await connected(vendor);
    const credential = await credentialOf(opened);
    vendor.trouble = {
      status: 400,
      body: { error: 'invalid_grant', refresh_token: 'refresh-canary-0' },
      times: 1,
    };
    const error: unknown = await credential
      .renewed(await credential.token())
      .catch((thrown: unknown) => thrown);
    const everything = { depth: Infinity, showHidden: true };
    const shown = [
      inspect(error, everything),
      inspect(await opened.connections.list(ORGANIZATION), everything),
      inspect(await opened.connections.open(ORGANIZATION), { depth: 3 }),
      JSON.stringify(await opened.dataSource.query('SELECT * FROM connections')),
      JSON.stringify(await opened.dataSource.query('SELECT * FROM connection_secrets')),
    ].join('\n');
    expect(shown).not.toMatch(/canary/u);
  });
});

it('a clock that is five minutes wrong is said, and nothing is lost', async () => {
  const vendor = new FakeVendor();
  const opened = await connected(vendor);
  const credential = await credentialOf(opened);
  vendor.dateHeader = 'Mon, 23 Nov 2026 10:05:00 GMT';
  expect(vendor.good).toContain(await credential.renewed(await credential.token()));
  const notices = async () => (await stored(opened)).health;
  expect(await notices()).toMatchObject({
    state: 'works',
    notices: [{ message: 'The clock of this computer is 5 minutes behind.' }],
  });
  vendor.dateHeader = 'Mon, 23 Nov 2026 10:00:30 GMT';
  await credential.renewed(await credential.token());
  expect((await notices()).notices).toEqual([]);
});
