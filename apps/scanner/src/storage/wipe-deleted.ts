import type { DataSource } from 'typeorm';

/**
 * Overwrites in the file what was deleted. SQLite does so by itself when the last program closes the database; a service
 * has it open for months. Somebody who reads just now delays it until the next time.
 */
export async function wipeDeleted(dataSource: DataSource): Promise<void> {
  await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
}
