import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { BugError, UserActionError } from '#connectors/contract/error.js';
import { OrganizationEntity } from './entities/organization.entity.js';
import { serializeQueryRunners } from './serialized-query-runners.js';
import { storageError } from './storage-error.js';

const CANARY = 'canary.person@example.com';

let dataSource: DataSource;
beforeEach(async () => {
  dataSource = new DataSource({
    type: 'better-sqlite3',
    database: ':memory:',
    entities: [OrganizationEntity],
    synchronize: true,
  });
  await dataSource.initialize();
});
afterEach(async () => dataSource.destroy());

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

/** Everything that a careless log line could print. */
function allOf(error: unknown): string {
  const stack = error instanceof Error ? `${error.stack} ${inspect(error.cause, { showHidden: true })}` : '';
  return `${inspect(error, { showHidden: true, depth: 20 })} ${stack} ${JSON.stringify(error)}`;
}

const failures: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    'a key that is there already',
    async () => dataSource.query('INSERT INTO organizations (name) VALUES (?), (?)', [CANARY, CANARY]),
  ],
  ['a table that is not there', async () => dataSource.query('INSERT INTO nowhere VALUES (?)', [CANARY])],
  ['a column named by a value', async () => dataSource.query(`SELECT "${CANARY}" FROM organizations`)],
  ['a value that can not be bound', async () => dataSource.query('SELECT ?', [{ value: CANARY }])],
  ['text that is no SQL', async () => dataSource.query(`SELECT '${CANARY}`)],
  [
    'an insert by a manager',
    async () =>
      dataSource.manager.insert(OrganizationEntity, [
        { name: CANARY, id: 'one' },
        { name: CANARY, id: 'two' },
      ]),
  ],
  [
    'a transaction',
    async () =>
      dataSource.transaction(async (manager) => manager.query('INSERT INTO nowhere VALUES (?)', [CANARY])),
  ],
];

describe('errors of the database (law 1)', () => {
  it.each(failures)('carry the value on the plain driver: %s', async (_, fail) => {
    expect(allOf(await errorOf(fail()))).toContain(CANARY);
  });

  it.each(failures)('carry no value on ours: %s', async (_, fail) => {
    serializeQueryRunners(dataSource);
    const error = await errorOf(fail());
    expect(error).toBeInstanceOf(BugError);
    expect(allOf(error)).not.toContain(CANARY);
    expect(allOf(error)).not.toContain('canary');
  });

  it('name the broken constraint, so that the bug can be found', async () => {
    serializeQueryRunners(dataSource);
    const twice = dataSource.query('INSERT INTO organizations (name) VALUES (?), (?)', [CANARY, CANARY]);
    await expect(twice).rejects.toMatchObject({
      details: {
        code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
        constraint: 'UNIQUE constraint failed: organizations.name',
      },
    });
  });
});

describe('who must act on an error of the database (law 8)', () => {
  const codes: readonly (readonly [string, string])[] = [
    ['SQLITE_BUSY', 'Another Plumbline is writing'],
    ['SQLITE_BUSY_RECOVERY', 'Another Plumbline is writing'],
    ['SQLITE_FULL', 'The disk is full'],
    ['ENOSPC', 'The disk is full'],
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_READONLY', 'may not write'],
    ['SQLITE_CANTOPEN', 'may not write'],
    ['EACCES', 'may not write'],
    ['EROFS', 'may not write'],
    ['SQLITE_IOERR_WRITE', 'does not answer'],
  ];

  it.each(codes)('the user, for %s', (code, message) => {
    const error = storageError({ driverError: { code, message: CANARY } });
    expect(error).toBeInstanceOf(UserActionError);
    expect(error.message).toContain(message);
    expect(allOf(error)).not.toContain(CANARY);
  });

  it('us, for everything else, also for what is no error at all', () => {
    for (const odd of [new TypeError(CANARY), CANARY, null, undefined, { code: CANARY }]) {
      const error = storageError(odd);
      expect(error).toBeInstanceOf(BugError);
      expect(allOf(error)).not.toContain(CANARY);
    }
  });

  it('whoever the error already says', () => {
    const known = new UserActionError({ message: 'Known.', step: 'Do it.' });
    expect(storageError(known)).toBe(known);
  });
});
