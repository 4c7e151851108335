import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DataSource, QueryRunner } from 'typeorm';
import { copyDatabase } from './copy-database.js';

const FOLDER = 'backups';
const PREFIX = 'before-upgrade-';
const MOST_KEPT = 3;

/** Copies a database that is about to get a newer schema, beside it; the oldest of such copies go. */
export async function copyBeforeUpgrade(
  dataSource: DataSource,
  queryRunner: QueryRunner,
  applied: readonly string[],
): Promise<void> {
  const file = dataSource.options.database;
  // A new database has nothing to lose, and one in memory no folder.
  if (applied.length === 0 || typeof file !== 'string' || file === ':memory:') return;
  const folder = path.join(path.dirname(file), FOLDER);
  // In the order of their schema, however often somebody goes back and upgrades again.
  const number = String(applied.length).padStart(3, '0');
  await copyDatabase(queryRunner, path.join(folder, `${PREFIX}${number}.sqlite`));
  const copies = (await readdir(folder)).filter((name) => name.startsWith(PREFIX)).toSorted();
  for (const old of copies.slice(0, -MOST_KEPT)) await rm(path.join(folder, old), { force: true });
}
