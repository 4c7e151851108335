import { existsSync } from 'node:fs';
import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UserActionError } from '#connectors/contract/error.js';
import { checkDatabase } from './copy-database.js';
import { DATABASE_FILE, prepareDataDirectory } from './data-directory.js';
import { refuseInUse } from './in-use.js';
import { migrations } from './migrations/migrations.js';
import { storageError } from './storage-error.js';

export interface Restored {
  /** Where the database went that was there before; null: there was none. */
  readonly setAside: string | null;
}

/**
 * Puts a copy in place of the database. What was there is set aside, never deleted.
 * @throws UserActionError for a copy that is damaged or of a newer Plumbline, and while a service runs there
 */
export async function restoreDatabase(copy: string, dataDirectory: string, now: Date): Promise<Restored> {
  refuseInUse(dataDirectory);
  refuseNewer(checkDatabase(copy).migrations);
  const file = path.join(dataDirectory, DATABASE_FILE);
  try {
    const hadOne = existsSync(file);
    await prepareDataDirectory(dataDirectory);
    const incoming = `${file}.incoming`;
    await copyFile(copy, incoming);
    await chmod(incoming, 0o600);
    // Once more where it is now: the way there can damage it too.
    checkDatabase(incoming);
    const setAside = hadOne ? await asideOf(file, now) : null;
    await rename(incoming, file);
    return { setAside };
  } catch (error) {
    throw storageError(error);
  }
}

/** The database with what it has not written into its main file yet. */
async function asideOf(file: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  const aside = `${file}.before-restore-${stamp}`;
  await rename(file, aside);
  for (const part of ['-wal', '-shm']) {
    if (existsSync(file + part)) await rename(file + part, aside + part);
    await rm(file + part, { force: true });
  }
  return aside;
}

function refuseNewer(applied: readonly string[]): void {
  const known = new Set<string>(migrations.map((Migration) => new Migration().name));
  if (applied.every((name) => known.has(name))) return;
  throw new UserActionError({
    message: 'The copy was written by a newer Plumbline.',
    step: 'Update Plumbline, then restore it.',
  });
}
