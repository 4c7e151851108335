import { statSync } from 'node:fs';
import { chmod, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { UserActionError } from '#connectors/contract/error.js';
import { storageError } from './storage-error.js';

/** The file of a data directory that holds everything but the key. */
export const DATABASE_FILE = 'plumbline.sqlite';

/** Makes the data directory and its database file, for their owner alone; gives the file's path. */
export async function prepareDataDirectory(dataDirectory: string): Promise<string> {
  const file = path.join(dataDirectory, DATABASE_FILE);
  try {
    await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    // SQLite gives the files beside it (-wal, -shm) the same rights.
    await (await open(file, 'a', 0o600)).close();
    await chmod(file, 0o600);
    return file;
  } catch (error) {
    throw storageError(error);
  }
}

/** Whether anything was ever stored there. @throws UserActionError where one may not look, which is not the same as "nothing". */
export function isDataDirectory(folder: string): boolean {
  try {
    return statSync(path.join(folder, DATABASE_FILE), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    throw new UserActionError({
      message: 'The data directory can not be read.',
      step: 'Run this as the one whom it belongs to, or choose another with --data-dir.',
      details: { folder: path.resolve(folder), code },
    });
  }
}
