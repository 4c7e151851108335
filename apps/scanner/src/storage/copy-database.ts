import { randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { UserActionError } from '#connectors/contract/error.js';
import { storageError } from './storage-error.js';

/** What runs a statement: a DataSource or one of its query runners. */
interface Statements {
  query(sql: string, parameters?: readonly unknown[]): Promise<unknown>;
}

/**
 * Writes a copy of the database as it is at one instant, while others go on with it. The copy is whole or not there, is
 * for its owner alone, and was read from start to end before it got its name.
 */
export async function copyDatabase(statements: Statements, file: string): Promise<void> {
  const unfinished = `${file}.${randomUUID()}.unfinished`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    // SQLite writes into an empty file that is there: so it is never anybody else's to read.
    await (await open(unfinished, 'wx', 0o600)).close();
    await removeAbandoned(path.dirname(file), unfinished);
    await statements.query('VACUUM INTO ?', [unfinished]);
    checkDatabase(unfinished);
    await syncFile(unfinished);
    await rename(unfinished, file);
    await chmod(file, 0o600);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw storageError(error);
  }
}

const ABANDONED_MS = 3_600_000;

/** Copies of processes that were killed over them. One that is being made is younger. */
async function removeAbandoned(folder: string, ours: string): Promise<void> {
  const { mtimeMs: now } = await stat(ours);
  for (const name of await readdir(folder)) {
    const other = path.join(folder, name);
    if (!name.endsWith('.unfinished') || other === ours) continue;
    const found = await stat(other).catch(() => null);
    if (found !== null && now - found.mtimeMs > ABANDONED_MS) await rm(other, { force: true });
  }
}

/** What a file of ours says of itself. */
export interface CheckedDatabase {
  /** Names of the schema's steps that it has, oldest first. */
  readonly migrations: readonly string[];
}

/** Reads a copy from start to end. @throws UserActionError if it is damaged or no database of Plumbline */
export function checkDatabase(file: string): CheckedDatabase {
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      if (database.pragma('integrity_check', { simple: true }) !== 'ok') throw notWhole();
      if (database.prepare('PRAGMA foreign_key_check').all().length > 0) throw notWhole();
      const rows = database.prepare('SELECT "name" FROM "migrations" ORDER BY "timestamp"').all();
      return { migrations: rows.map((row) => (row as { readonly name: string }).name) };
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof UserActionError) throw error;
    throw notWhole();
  }
}

function notWhole(): UserActionError {
  return new UserActionError({
    message: 'The copy is damaged, or is no copy of a Plumbline database.',
    step: 'Take another copy.',
  });
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
