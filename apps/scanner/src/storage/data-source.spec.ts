import { chmod, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.js';
import { OrganizationEntity } from './entities/organization.entity.js';
import { migrations } from './migrations/migrations.js';
import { inTransaction } from './serialized-query-runners.js';

let folder: string;
const opened: DataSource[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-storage-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map(async (dataSource) => dataSource.destroy()));
  await rm(folder, { recursive: true });
});

const directory = () => path.join(folder, 'data', 'of', 'mine');
const file = () => path.join(directory(), 'plumbline.sqlite');

async function openedHere(patienceMs?: number): Promise<DataSource> {
  const dataSource = await openDataSource(directory(), patienceMs);
  opened.push(dataSource);
  return dataSource;
}

async function madeAndClosed(): Promise<void> {
  const dataSource = await openDataSource(directory());
  await dataSource.manager.insert(OrganizationEntity, { name: 'Sweet Crumb Bakery' });
  await dataSource.destroy();
}

async function modeOf(of: string): Promise<string> {
  return ((await stat(of)).mode & 0o777).toString(8);
}

describe('the data directory', () => {
  it('is its owner’s alone, with every file in it', async () => {
    const dataSource = await openedHere();
    await dataSource.manager.insert(OrganizationEntity, { name: 'Sweet Crumb Bakery' });
    // Windows has no such rights; there the user's own folder protects the files.
    const owners = process.platform === 'win32' ? ['666', '666'] : ['700', '600'];
    expect([await modeOf(directory()), await modeOf(file())]).toEqual(owners);
    expect(await modeOf(`${file()}-wal`)).toBe(owners[1]);
  });

  it('takes back rights on the file that others were given', async () => {
    await madeAndClosed();
    await chmod(file(), 0o644);
    await openedHere();
    expect(await modeOf(file())).toBe(process.platform === 'win32' ? '666' : '600');
  });

  it('is refused where a file stands in its place', async () => {
    await writeFile(path.join(folder, 'data'), 'a file');
    await expect(openedHere()).rejects.toMatchObject({
      actor: 'user',
      message: 'The data directory is not a folder.',
    });
  });
});

describe('the database', () => {
  it('writes ahead, checks references, never stands still, survives a power cut, leaves nothing deleted', async () => {
    const dataSource = await openedHere();
    const values = await Promise.all(
      ['journal_mode', 'foreign_keys', 'busy_timeout', 'synchronous', 'secure_delete'].map(async (name) => {
        const [row]: readonly object[] = await dataSource.query(`PRAGMA ${name}`);
        return Object.values(row ?? {})[0] as unknown;
      }),
    );
    expect(values).toEqual(['wal', 1, 0, 2, 1]);
  });

  it('has the schema that the entities describe', async () => {
    const dataSource = await openedHere();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('is opened again as it was', async () => {
    await madeAndClosed();
    const dataSource = await openedHere();
    expect(await dataSource.manager.find(OrganizationEntity)).toMatchObject([{ name: 'Sweet Crumb Bakery' }]);
    expect(await dataSource.query('SELECT COUNT(*) AS count FROM migrations')).toEqual([
      { count: migrations.length },
    ]);
  });

  it('can be read while another program writes', async () => {
    await madeAndClosed();
    const other = new Database(file());
    other.exec("BEGIN IMMEDIATE; INSERT INTO organizations (name) VALUES ('another')");
    const dataSource = await openedHere(0);
    expect(await dataSource.manager.count(OrganizationEntity)).toBe(1);
    other.close();
  });
});

describe('a transaction', () => {
  it('holds the write lock from its beginning, so that what it reads stays true until it writes', async () => {
    const dataSource = await openedHere();
    const other = new Database(file(), { timeout: 0 });
    await inTransaction(dataSource, async (manager) => {
      await manager.count(OrganizationEntity);
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('locked');
    });
    other.exec('BEGIN IMMEDIATE');
    other.close();
  });
});

describe('while another process holds the lock', () => {
  async function lockedHere() {
    const dataSource = await openedHere();
    const other = new Database(file(), { timeout: 0 });
    other.exec('BEGIN IMMEDIATE');
    return { dataSource, other };
  }

  it.each([
    ['a single statement', (on: DataSource) => on.manager.insert(OrganizationEntity, { name: 'Mill' })],
    [
      'a transaction',
      (on: DataSource) =>
        inTransaction(on, (manager) => manager.insert(OrganizationEntity, { name: 'Mill' })),
    ],
  ])('%s waits, and the process does other things, also with the database', async (_, write) => {
    const { dataSource, other } = await lockedHere();
    const writing = write(dataSource);
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((resolve) => void setImmediate(resolve));
      expect(await dataSource.manager.count(OrganizationEntity)).toBe(0);
    }
    other.exec('COMMIT');
    other.close();
    await writing;
    expect(await dataSource.manager.find(OrganizationEntity)).toMatchObject([{ name: 'Mill' }]);
  });

  it('gives up in the end, and says who has it', async () => {
    await madeAndClosed();
    const dataSource = await openedHere(20);
    const other = new Database(file(), { timeout: 0 });
    other.exec('BEGIN IMMEDIATE');
    const writing = dataSource.manager.insert(OrganizationEntity, { name: 'Mill' });
    const refused = { message: 'Another Plumbline is writing to this data directory.' };
    await expect(writing).rejects.toMatchObject(refused);
    await expect(inTransaction(dataSource, async () => 'never')).rejects.toMatchObject(refused);
    other.exec('ROLLBACK');
    other.close();
    expect(await inTransaction(dataSource, async (manager) => manager.count(OrganizationEntity))).toBe(1);
  });
});

describe('a database that can not be used', () => {
  it('is refused if a newer program wrote it', async () => {
    await madeAndClosed();
    const newer = new Database(file());
    newer.exec(
      `INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'FromTheFuture1999999999999')`,
    );
    newer.close();
    await expect(openedHere()).rejects.toMatchObject({
      actor: 'user',
      message: 'This data directory was written by a newer Plumbline.',
    });
  });

  it('is refused if it is no database', async () => {
    await madeAndClosed();
    await writeFile(file(), 'name,email\n'.repeat(1000));
    await expect(openedHere()).rejects.toMatchObject({ actor: 'user', details: { code: 'SQLITE_NOTADB' } });
    expect(await readFile(file(), 'utf8')).toContain('name,email');
  });

  it('is refused if it is damaged inside', async () => {
    await madeAndClosed();
    const handle = await open(file(), 'r+');
    await handle.write(Buffer.alloc(4096 - 100, 0x5a), 0, 4096 - 100, 100);
    await handle.close();
    await expect(openedHere()).rejects.toMatchObject({ actor: 'user', details: { code: 'SQLITE_CORRUPT' } });
  });

  it('is not made while another program makes it; nothing is left half made', async () => {
    await madeAndClosed();
    await rm(file());
    const other = new Database(file());
    other.pragma('journal_mode = WAL');
    other.exec('BEGIN IMMEDIATE');
    await expect(openedHere(0)).rejects.toMatchObject({
      actor: 'user',
      message: 'Another Plumbline is writing to this data directory.',
    });
    other.exec('ROLLBACK');
    expect(other.prepare('SELECT name FROM sqlite_master').all()).toEqual([]);
    other.close();
  });
});
