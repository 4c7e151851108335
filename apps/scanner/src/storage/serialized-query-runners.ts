import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { BugError } from '#connectors/contract/error.js';
import { Patience } from './patience.js';
import { storageError } from './storage-error.js';
import { Turns } from './turns.js';

type Query = BetterSqlite3QueryRunner['query'];

const insideTransaction = new AsyncLocalStorage<{ on: DataSource | null }>();

/** How long a writer waits for another process before it gives up (E24). */
const PATIENCE_MS = 10_000;

/**
 * TypeORM's SQLite driver hands everybody the same query runner: a save made while somebody else's transaction is
 * open joins it, and is lost when that one rolls back. After this, everybody gets a runner of their own, and a
 * transaction has the one connection to itself from BEGIN to COMMIT or ROLLBACK. Who waits for another process lets the
 * others of this one go first: a service answers while a scan is stored.
 */
export function serializeQueryRunners(dataSource: DataSource, patienceMs: number = PATIENCE_MS): void {
  const driver = dataSource.driver as BetterSqlite3Driver;
  const turns = new Turns();
  const patience = new Patience(patienceMs);
  driver.createQueryRunner = () => new SerializedQueryRunner(driver, turns, patience);
}

/** Runs `work` in a transaction: all of it is stored, or nothing. Inside, only the given manager may be used. */
export function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    const transaction: { on: DataSource | null } = { on: dataSource };
    try {
      return await insideTransaction.run(transaction, () => work(manager));
    } finally {
      transaction.on = null;
    }
  });
}

class SerializedQueryRunner extends BetterSqlite3QueryRunner {
  /** Set as long as this runner has the connection to itself. */
  private endTurn: (() => void) | null = null;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly turns: Turns,
    private readonly patience: Patience,
  ) {
    super(driver);
  }

  override async query(...statement: Parameters<Query>): ReturnType<Query> {
    // A transaction holds the write lock: nobody else can keep its statements waiting.
    if (this.endTurn) return this.queryNow(...statement);
    return this.patience.whileBusy(async () => {
      const endTurn = await this.beginTurn();
      try {
        return await this.queryNow(...statement);
      } finally {
        endTurn();
      }
    });
  }

  override async startTransaction(...isolation: Parameters<BetterSqlite3QueryRunner['startTransaction']>) {
    if (this.endTurn) return super.startTransaction(...isolation);
    return this.patience.whileBusy(async () => {
      this.endTurn = await this.beginTurn();
      try {
        await super.startTransaction(...isolation);
      } catch (error) {
        this.forgetTransaction();
        this.giveTurnBack();
        throw error;
      }
    });
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (!this.isTransactionActive) this.giveTurnBack();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      // There may be nothing to roll back: it could not begin, or a full disk made SQLite roll back by itself.
      if (this.driver.databaseConnection.inTransaction || !this.isTransactionActive)
        await super.rollbackTransaction();
      else this.forgetTransaction();
    } finally {
      if (!this.isTransactionActive) this.giveTurnBack();
    }
  }

  /** A runner given back with an open transaction would stop everybody else for good. */
  override async release(): Promise<void> {
    while (this.isTransactionActive) await this.rollbackTransaction();
    await super.release();
  }

  private async queryNow(...[sql, ...rest]: Parameters<Query>): ReturnType<Query> {
    try {
      // Taking the write lock at once: a transaction that reads first and writes later could lose to another process.
      return await super.query(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql, ...rest);
    } catch (error) {
      throw storageError(error);
    }
  }

  private beginTurn(): Promise<() => void> {
    if (insideTransaction.getStore()?.on === this.dataSource) {
      throw new BugError({
        message: 'A statement beside an open transaction waits for itself: use its manager.',
      });
    }
    return this.turns.begin();
  }

  private forgetTransaction(): void {
    this.isTransactionActive = false;
    this.transactionDepth = 0;
  }

  private giveTurnBack(): void {
    this.endTurn?.();
    this.endTurn = null;
  }
}
