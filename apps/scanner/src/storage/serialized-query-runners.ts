import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { BugError } from '#connectors/contract/error.js';
import { storageError } from './storage-error.js';
import { Turns } from './turns.js';

type Query = BetterSqlite3QueryRunner['query'];

const insideTransaction = new AsyncLocalStorage<{ on: DataSource | null }>();

/**
 * TypeORM's SQLite driver hands everybody the same query runner: a save made while somebody else's transaction is
 * open joins it, and is lost when that one rolls back. After this, everybody gets a runner of their own, and a
 * transaction has the one connection to itself from BEGIN to COMMIT or ROLLBACK.
 */
export function serializeQueryRunners(dataSource: DataSource): void {
  const driver = dataSource.driver as BetterSqlite3Driver;
  const turns = new Turns();
  driver.createQueryRunner = () => new SerializedQueryRunner(driver, turns);
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
  ) {
    super(driver);
  }

  override async query(...[sql, ...rest]: Parameters<Query>): ReturnType<Query> {
    const endTurn = this.endTurn ? null : await this.beginTurn();
    try {
      // Taking the write lock at once: a transaction that reads first and writes later could lose to another process.
      return await super.query(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql, ...rest);
    } catch (error) {
      throw storageError(error);
    } finally {
      endTurn?.();
    }
  }

  override async startTransaction(...isolation: Parameters<BetterSqlite3QueryRunner['startTransaction']>) {
    this.endTurn ??= await this.beginTurn();
    await super.startTransaction(...isolation);
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
