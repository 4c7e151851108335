import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { isJsonColumn } from './columns.js';

/** What happens to a row whose key is there already; `keeping` overwrites all but these properties. */
export type OnConflict = 'fail' | 'keep' | 'overwrite' | { readonly keeping: readonly string[] };

/** SQLite takes 32,766 values in a statement; the widest table has 30 columns. */
const ROWS_PER_STATEMENT = 500;

/**
 * Writes rows of one table in few statements. TypeORM's own insert needs ten times as long, and all that time the
 * database is locked. Plain SQL that SQLite and PostgreSQL share.
 */
export async function writeRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntityTarget<Row>,
  rows: readonly ObjectLiteral[],
  onConflict: OnConflict,
): Promise<void> {
  const { tablePath, columns: all } = manager.dataSource.getMetadata(table);
  const { driver } = manager.dataSource;
  const columns = all.filter(({ isGenerated }) => !isGenerated);
  const names = columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const some = rows.slice(start, start + ROWS_PER_STATEMENT);
    const values: unknown[] = [];
    const tuples = some.map((row) => {
      const places = columns.map((column) => {
        const value: unknown = row[column.propertyName];
        values.push(isJsonColumn(column) ? driver.preparePersistentValue(value, column) : value);
        return driver.createParameter(column.propertyName, values.length - 1);
      });
      return `(${places.join(', ')})`;
    });
    const sql = `INSERT INTO ${driver.escape(tablePath)} (${names}) VALUES ${tuples.join(', ')}`;
    await manager.query(
      `${sql}${conflictClause(columns, onConflict, (name) => driver.escape(name))}`,
      values,
    );
  }
}

function conflictClause(
  columns: readonly ColumnMetadata[],
  onConflict: OnConflict,
  escape: (name: string) => string,
): string {
  if (onConflict === 'fail') return '';
  if (onConflict === 'keep') return ' ON CONFLICT DO NOTHING';
  const key = columns.filter(({ isPrimary }) => isPrimary).map(({ databaseName }) => escape(databaseName));
  const kept = onConflict === 'overwrite' ? [] : onConflict.keeping;
  const changes = columns
    .filter(({ isPrimary, propertyName }) => !isPrimary && !kept.includes(propertyName))
    .map(({ databaseName }) => `${escape(databaseName)} = excluded.${escape(databaseName)}`);
  return ` ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
}
