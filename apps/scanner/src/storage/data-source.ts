import { DataSource } from 'typeorm';
import { prepareDataDirectory } from './data-directory.js';
import { entities } from './entities/entities.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/migrations.js';
import { serializeQueryRunners } from './serialized-query-runners.js';
import { storageError } from './storage-error.js';

/** How long opening waits for another process that opens the same; nothing else is done meanwhile. */
const OPENING_PATIENCE_MS = 10_000;

interface Pragmas {
  pragma(setting: string): unknown;
}

/** Opens the database of a data directory at today's schema, making both if they are not there. */
export async function openDataSource(dataDirectory: string, patienceMs?: number): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: await prepareDataDirectory(dataDirectory),
    entities,
    migrations,
    enableWAL: true,
    timeout: patienceMs ?? OPENING_PATIENCE_MS,
    prepareDatabase: (database: Pragmas) => {
      // What was stored is there after a power cut, and what was deleted is not left in the file (law 1).
      database.pragma('synchronous = FULL');
      database.pragma('secure_delete = ON');
    },
  });
  serializeQueryRunners(dataSource, patienceMs);
  try {
    await dataSource.initialize();
    // From here on it is our patience that waits: SQLite's would stop everything else in this process.
    await dataSource.query('PRAGMA busy_timeout = 0');
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw storageError(error);
  }
}
