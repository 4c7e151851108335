import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { AccountLeaseEntity } from '../storage/entities/account-lease.entity.js';
import { openDataSource } from '../storage/data-source.js';
import { AccountLeases, type LeaseSettings, type VendorAccount } from './account-leases.js';
import { type ProcessIdentity, thisProcess } from './process-identity.js';

const CRM: VendorAccount = { connector: 'hubspot', account: '77', title: 'HubSpot' };
const BOOKS: VendorAccount = { connector: 'quickbooks', account: '88', title: 'QuickBooks' };
const NEIGHBOUR: ProcessIdentity = { ...thisProcess, pid: process.ppid, life: 'neighbour' };

let folder: string;
let dataSource: DataSource;
let now: number;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-leases-'));
  dataSource = await openDataSource(folder);
});
afterAll(async () => {
  await dataSource.destroy();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  now = Date.parse('2026-11-23T10:00:00Z');
  await dataSource.manager.deleteAll(AccountLeaseEntity);
});

/** Pauses let time pass, and others do their part. */
function leases(settings: Partial<LeaseSettings> = {}): AccountLeases {
  return AccountLeases.with(dataSource, {
    now: () => now,
    pause: async (ms, signal) => {
      signal.throwIfAborted();
      now += ms;
      await new Promise((resolve) => void setImmediate(resolve));
    },
    ...settings,
  });
}

/** Renewals that come when the spec says so. */
class Renewals {
  private readonly due = new Set<() => void>();

  readonly every: LeaseSettings['every'] = (_, work) => {
    this.due.add(work);
    return () => this.due.delete(work);
  };

  strike(): void {
    for (const work of this.due) work();
  }
}

const { signal } = new AbortController();

async function held(): Promise<readonly string[]> {
  const rows = await dataSource.manager.find(AccountLeaseEntity, { order: { connector: 'ASC' } });
  return rows.map(({ connector, account }) => `${connector} ${account}`);
}

/** Holds an account until it is told to let go, or for ever, as a process that was killed. */
async function holding(by: AccountLeases, accounts: readonly VendorAccount[]) {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>();
  const done = by.during(accounts, { signal }, async () => {
    begin(undefined);
    return promise;
  });
  await begun;
  return {
    letGo: async () => {
      resolve(undefined);
      await done;
    },
  };
}

describe('an account of a vendor', () => {
  it('is held as long as it is read, and given back also after a failure', async () => {
    const failing = leases().during([CRM, BOOKS], { signal }, async () => {
      expect(await held()).toEqual(['hubspot 77', 'quickbooks 88']);
      throw new RangeError('failed');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await held()).toEqual([]);
  });

  it('is waited for while another scan reads it, and says so', async () => {
    const first = await holding(leases(), [CRM]);
    const told: string[] = [];
    const waiting = (title: string) => {
      told.push(title);
      if (told.length === 3) void first.letGo();
    };
    await leases().during([BOOKS, CRM], { signal, waiting }, async () => {
      expect(await held()).toEqual(['hubspot 77', 'quickbooks 88']);
    });
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(new Set(told)).toEqual(new Set(['HubSpot']));
  });

  it('is not held while another one is waited for', async () => {
    const first = await holding(leases(), [CRM]);
    const waiting = () => {
      void held().then((rows) => expect(rows).toEqual(['hubspot 77']));
      void first.letGo();
    };
    await leases().during([BOOKS, CRM], { signal, waiting }, async () => undefined);
  });

  it('is not waited for any longer by who is stopped', async () => {
    const first = await holding(leases(), [CRM]);
    const stopping = new AbortController();
    const waiting = () => stopping.abort();
    const second = leases().during([CRM], { signal: stopping.signal, waiting }, async () => 'read');
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    await first.letGo();
  });

  it('of a process that was killed is free at once where that is known, else after 45 seconds', async () => {
    const never = () => () => undefined;
    const earlier: ProcessIdentity = { ...thisProcess, life: 'an earlier life' };
    const elsewhere: ProcessIdentity = { ...thisProcess, machine: 'another machine' };
    const began = now;
    const first = await holding(leases({ holdsIn: earlier, every: never }), [CRM]);
    await leases().during([CRM], { signal }, async () => expect(now).toBe(began));
    const second = await holding(leases({ holdsIn: elsewhere, every: never }), [BOOKS]);
    await leases().during([BOOKS], { signal }, async () => expect(now).toBe(began + 45_000));
    await Promise.all([first.letGo(), second.letGo()]);
  });

  it('is kept by who goes on reading it', async () => {
    const clock = new Renewals();
    const first = await holding(leases({ holdsIn: NEIGHBOUR, every: clock.every }), [CRM]);
    let looks = 0;
    const waiting = () => {
      looks += 1;
      if (looks === 12) void first.letGo();
    };
    const pause: LeaseSettings['pause'] = async () => {
      now += 10_000;
      clock.strike();
      // Comes after the renewal: one at a time may use the database.
      await held();
    };
    await leases({ pause }).during([CRM], { signal, waiting }, async () => undefined);
    expect(looks).toBeGreaterThanOrEqual(12);
  });

  it('that somebody else took meanwhile stops who had it', async () => {
    const clock = new Renewals();
    const reading = leases({ every: clock.every }).during([CRM], { signal }, async (own) => {
      await dataSource.manager.update(AccountLeaseEntity, { connector: 'hubspot' }, { holder: 'another' });
      const aborted = once(own, 'abort');
      clock.strike();
      await aborted;
      own.throwIfAborted();
    });
    await expect(reading).rejects.toMatchObject({
      actor: 'user',
      step: expect.stringContaining('Nothing to do'),
    });
    expect(await held()).toEqual(['hubspot 77']);
  });
});
