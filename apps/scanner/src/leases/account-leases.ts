import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ConnectorId } from '#connectors/contract/fact.js';
import { UserActionError } from '#connectors/contract/error.js';
import { AccountLeaseEntity } from '../storage/entities/account-lease.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { writeRows } from '../storage/write-rows.js';
import { isKnownDead, type ProcessIdentity, thisProcess } from './process-identity.js';

/** An account that only one scan may read at a time: what the vendor allows is counted per account. */
export interface VendorAccount {
  readonly connector: ConnectorId;
  /** The vendor's id of it; where it is not known yet, that of the connection. */
  readonly account: string;
  /** The tool's name, for who waits. */
  readonly title: string;
}

interface Holding {
  readonly signal: AbortSignal;
  /** Told now and then while another scan holds one of them: its tool. */
  readonly waiting?: (title: string) => void;
}

export interface LeaseSettings {
  readonly now: () => number;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly holdsIn: ProcessIdentity;
  /** Does something again and again; gives what ends that. */
  readonly every: (ms: number, work: () => void) => () => void;
}

/** A holder that says nothing for so long was killed. */
const LEASE_MS = 45_000;
const RENEW_EVERY_MS = 10_000;
const LOOK_AGAIN_MS = 1_000;

const REAL: LeaseSettings = {
  now: Date.now,
  pause: async (ms, signal) => sleep(ms, undefined, { signal }),
  holdsIn: thisProcess,
  every: (ms, work) => {
    const timer = setInterval(work, ms).unref();
    return () => clearInterval(timer);
  },
};

/** Lets one scan at a time read a vendor's account, over all processes on the data directory. */
@Injectable()
export class AccountLeases {
  private settings = REAL;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static with(dataSource: DataSource, settings: Partial<LeaseSettings>): AccountLeases {
    const leases = new AccountLeases(dataSource);
    leases.settings = { ...REAL, ...settings };
    return leases;
  }

  /**
   * Waits until nobody else reads any of the accounts, holds them all for as long as `work` takes, and gives them back.
   * The signal that `work` is given is aborted with the other one, and if an account was lost meanwhile.
   */
  async during<T>(
    accounts: readonly VendorAccount[],
    { signal, waiting }: Holding,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (accounts.length === 0) return work(signal);
    const holder = randomUUID();
    for (;;) {
      signal.throwIfAborted();
      const inTheWay = await this.take(accounts, holder);
      if (inTheWay === null) break;
      waiting?.(inTheWay.title);
      await this.settings.pause(LOOK_AGAIN_MS, signal);
    }
    const lost = new AbortController();
    const stopRenewing = this.keepRenewing(accounts, holder, lost);
    try {
      return await work(AbortSignal.any([signal, lost.signal]));
    } catch (error) {
      throw lost.signal.aborted ? lost.signal.reason : error;
    } finally {
      await stopRenewing();
      await this.giveBack(holder);
    }
  }

  private keepRenewing(
    accounts: readonly VendorAccount[],
    holder: string,
    lost: AbortController,
  ): () => Promise<void> {
    let renewing: Promise<void> = Promise.resolve();
    const stop = this.settings.every(RENEW_EVERY_MS, () => {
      renewing = this.renew(accounts, holder).catch((error: unknown) => {
        // While the database can not be written, nobody else can take it either.
        if (error instanceof LeaseLostError) lost.abort(error);
      });
    });
    return async () => {
      stop();
      await renewing;
    };
  }

  /** All of them or none: two scans that each hold what the other needs would wait for ever. Null: they are ours. */
  private async take(accounts: readonly VendorAccount[], holder: string): Promise<VendorAccount | null> {
    return inTransaction(this.dataSource, async (manager) => {
      for (const account of accounts) {
        const row = await leaseOf(manager, account);
        if (row !== null && !this.hasEnded(row)) return account;
      }
      await this.hold(manager, accounts, holder);
      return null;
    });
  }

  private async renew(accounts: readonly VendorAccount[], holder: string): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      for (const account of accounts) {
        const row = await leaseOf(manager, account);
        // A computer that slept wakes up after the end of its lease: it is still ours if nobody took it.
        if (row !== null && row.holder !== holder) throw new LeaseLostError(account.title);
      }
      await this.hold(manager, accounts, holder);
    });
  }

  private async hold(
    manager: EntityManager,
    accounts: readonly VendorAccount[],
    holder: string,
  ): Promise<void> {
    const until = new Date(this.settings.now() + LEASE_MS).toISOString();
    const { holdsIn: heldIn } = this.settings;
    const rows = accounts.map(({ connector, account }) => ({ connector, account, holder, heldIn, until }));
    await writeRows(manager, AccountLeaseEntity, rows, 'overwrite');
  }

  private async giveBack(holder: string): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await manager.delete(AccountLeaseEntity, { holder });
    });
  }

  private hasEnded({ until, heldIn }: AccountLeaseEntity): boolean {
    const left = Date.parse(until) - this.settings.now();
    // Longer than it can be held: the clock was set back since.
    return left <= 0 || left > LEASE_MS || isKnownDead(heldIn, this.settings.holdsIn);
  }
}

class LeaseLostError extends UserActionError {
  constructor(title: string) {
    super({
      message: `This scan of ${title} was interrupted for so long that another one began.`,
      step: 'Nothing to do: the other scan reads the same. If it happens often, keep the computer from going to sleep.',
    });
  }
}

async function leaseOf(
  manager: EntityManager,
  { connector, account }: VendorAccount,
): Promise<AccountLeaseEntity | null> {
  return manager.findOneBy(AccountLeaseEntity, { connector, account });
}
