import { existsSync, statSync } from 'node:fs';
import { mkdtemp, open, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { addOrganization } from '../findings/add-organization.js';
import { checkDatabase, copyDatabase } from './copy-database.js';
import { openDataSource } from './data-source.js';
import { OrganizationEntity } from './entities/organization.entity.js';
import { markInUse } from './in-use.js';
import { migrations } from './migrations/migrations.js';
import { restoreDatabase } from './restore-database.js';

const NOW = new Date('2026-11-23T10:00:00Z');

let folder: string;
let data: string;
let copy: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-backup-'));
  data = path.join(folder, 'data');
  copy = path.join(folder, 'elsewhere', 'copy.sqlite');
});
afterEach(async () => rm(folder, { recursive: true }));

async function keeping(...names: readonly string[]): Promise<void> {
  const dataSource = await openDataSource(data);
  for (const name of names) await addOrganization(dataSource.manager, name);
  await dataSource.destroy();
}

async function copied(): Promise<void> {
  const dataSource = await openDataSource(data);
  await copyDatabase(dataSource, copy);
  await dataSource.destroy();
}

async function keptNames(): Promise<readonly string[]> {
  const dataSource = await openDataSource(data);
  const rows = await dataSource.manager.find(OrganizationEntity, { order: { name: 'ASC' } });
  await dataSource.destroy();
  return rows.map(({ name }) => name);
}

describe('a copy of the database', () => {
  it('is whole, for its owner alone, and taken while somebody writes', async () => {
    await keeping('Sweet Crumb Bakery');
    const dataSource = await openDataSource(data);
    const other = new Database(path.join(data, 'plumbline.sqlite'));
    other.exec("BEGIN IMMEDIATE; INSERT INTO organizations (name) VALUES ('not committed')");
    await copyDatabase(dataSource, copy);
    other.exec('ROLLBACK');
    other.close();
    await dataSource.destroy();
    expect(checkDatabase(copy).migrations).toHaveLength(migrations.length);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(copy)).mode & 0o777).toBe(0o700);
    expect(await readdir(path.dirname(copy))).toEqual(['copy.sqlite']);
  });

  it('clears away what a killed one left, and nothing that is being made', async () => {
    await keeping('Sweet Crumb Bakery');
    await copied();
    const [old, young] = ['old', 'young'].map((name) => `${copy}.${name}.unfinished`);
    for (const file of [old, young]) await writeFile(file ?? '', 'half');
    const { mtimeMs } = statSync(young ?? '');
    await utimes(old ?? '', new Date(), new Date(mtimeMs - 7_200_000));
    await copied();
    expect([existsSync(old ?? ''), existsSync(young ?? '')]).toEqual([false, true]);
  });

  it('comes back as it was, and what was there is set aside', async () => {
    await keeping('Sweet Crumb Bakery');
    await copied();
    await keeping('Later Bakery');
    const { setAside } = await restoreDatabase(copy, data, NOW);
    expect(await keptNames()).toEqual(['Sweet Crumb Bakery']);
    expect(setAside).toContain('before-restore-20261123T100000Z');
    expect(existsSync(setAside ?? '')).toBe(true);
  });

  it('that is damaged is refused, and nothing is touched', async () => {
    await keeping('Sweet Crumb Bakery');
    await copied();
    await keeping('Later Bakery');
    const handle = await open(copy, 'r+');
    await handle.write(Buffer.alloc(4_096, 7), 0, 4_096, 8_192);
    await handle.close();
    await expect(restoreDatabase(copy, data, NOW)).rejects.toMatchObject({ actor: 'user' });
    await writeFile(copy, 'no database at all');
    await expect(restoreDatabase(copy, data, NOW)).rejects.toMatchObject({ actor: 'user' });
    await expect(restoreDatabase(path.join(folder, 'missing'), data, NOW)).rejects.toMatchObject({
      actor: 'user',
    });
    expect(await keptNames()).toEqual(['Later Bakery', 'Sweet Crumb Bakery']);
  });

  it('of a newer Plumbline is refused', async () => {
    await keeping('Sweet Crumb Bakery');
    await copied();
    const database = new Database(copy);
    database.exec("INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTheFuture9999999999999')");
    database.close();
    await expect(restoreDatabase(copy, data, NOW)).rejects.toMatchObject({
      message: 'The copy was written by a newer Plumbline.',
    });
  });

  it('is not restored under a running service', async () => {
    await keeping('Sweet Crumb Bakery');
    await copied();
    // The process that started this one runs for as long as it does.
    await writeFile(path.join(data, 'service.pid'), String(process.ppid));
    await expect(restoreDatabase(copy, data, NOW)).rejects.toMatchObject({
      message: 'A Plumbline service is running on this data directory.',
    });
    expect(() => markInUse(data)).toThrow('A Plumbline service is running on this data directory.');
  });
});

describe('a data directory in use', () => {
  it('is free again after the service, also after one that was killed', async () => {
    const release = markInUse(data);
    release();
    await writeFile(path.join(data, 'service.pid'), '999999999');
    markInUse(data)();
    expect(existsSync(path.join(data, 'service.pid'))).toBe(false);
  });
});

describe('an upgrade', () => {
  it('keeps a copy of what was there before', async () => {
    await keeping('Sweet Crumb Bakery');
    const database = new Database(path.join(data, 'plumbline.sqlite'));
    // As the version before left it.
    database.exec('DROP TABLE policy_revisions');
    database.exec("DELETE FROM migrations WHERE name LIKE 'PolicyRevisions%'");
    database.close();
    expect(await keptNames()).toEqual(['Sweet Crumb Bakery']);
    const [kept, ...others] = await readdir(path.join(data, 'backups'));
    expect(others).toEqual([]);
    expect(checkDatabase(path.join(data, 'backups', kept ?? '')).migrations).toHaveLength(
      migrations.length - 1,
    );
  });

  it('copies nothing where there was nothing', async () => {
    await keeping();
    expect(existsSync(path.join(data, 'backups'))).toBe(false);
  });
});
