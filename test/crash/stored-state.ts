import path from 'node:path';
import Database from 'better-sqlite3';

export interface StoredState {
  /** What the database says of itself; `ok` and nothing if it is whole. */
  readonly integrity: unknown;
  readonly brokenReferences: unknown;
  readonly scans: number;
  readonly findings: unknown;
  readonly identities: unknown;
  readonly events: unknown;
}

/** All that is stored but the ids of scans, which are random. */
export function storedState(dataDirectory: string): StoredState {
  const database = new Database(path.join(dataDirectory, 'plumbline.sqlite'));
  try {
    const all = (sql: string): unknown => database.prepare(sql).all();
    return {
      integrity: database.pragma('integrity_check', { simple: true }),
      brokenReferences: database.pragma('foreign_key_check'),
      scans: Number(database.prepare('SELECT COUNT(*) FROM scans').pluck().get()),
      findings: all('SELECT * FROM findings ORDER BY organization, id'),
      identities: all('SELECT * FROM finding_identities ORDER BY organization, identity'),
      events: all(
        'SELECT finding, change, cause, observation, detail, at FROM finding_events ORDER BY sequence',
      ),
    };
  } finally {
    database.close();
  }
}
