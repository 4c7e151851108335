import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import { copyBeforeUpgrade } from './before-upgrade.js';

/**
 * Brings the schema up to date: all steps or none, and a copy first of what was there. Of two processes that start at once, the second waits for the
 * first and finds the work done.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    // Reading needs no lock: a program that only reads starts while another one writes.
    if (await isUpToDate(dataSource, queryRunner)) return;
    await copyBeforeUpgrade(dataSource, queryRunner, await appliedMigrations(queryRunner));
    await queryRunner.startTransaction();
    if (!(await isUpToDate(dataSource, queryRunner))) await applyPending(dataSource, queryRunner);
    await queryRunner.commitTransaction();
  } finally {
    await queryRunner.release();
  }
}

async function isUpToDate(dataSource: DataSource, queryRunner: QueryRunner): Promise<boolean> {
  const applied = await appliedMigrations(queryRunner);
  const known = new Set(dataSource.migrations.map(({ name }) => name));
  if (applied.some((name) => !known.has(name))) {
    throw new UserActionError({
      message: 'This data directory was written by a newer Plumbline.',
      step: 'Update Plumbline, or choose another data directory with --data-dir.',
    });
  }
  return applied.length === known.size;
}

async function applyPending(dataSource: DataSource, queryRunner: QueryRunner): Promise<void> {
  const executor = new MigrationExecutor(dataSource, queryRunner);
  // The transaction is ours, so that the table of migrations is part of it.
  executor.transaction = 'none';
  await executor.executePendingMigrations();
}

async function appliedMigrations(queryRunner: QueryRunner): Promise<readonly string[]> {
  if (!(await queryRunner.hasTable('migrations'))) return [];
  const rows: readonly { readonly name: string }[] = await queryRunner.query(
    'SELECT "name" FROM "migrations"',
  );
  return rows.map(({ name }) => name);
}
