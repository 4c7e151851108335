import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { openDataSource } from '#scanner/storage/data-source.js';
import { migrations } from '#scanner/storage/migrations/migrations.js';
import { Killable } from './killable.js';
import { Moments, say } from './moments.js';

const ROUNDS = 8;
/** So many that giving each its id takes as long as a kill needs to hit it. */
const ORGANIZATIONS = 4000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-crash-'));
});
afterEach(async () => rm(folder, { recursive: true }));

/** A data directory as an old version left it. */
async function oldDataDirectory(): Promise<string> {
  const directory = path.join(folder, 'old');
  await mkdir(directory);
  const database = path.join(directory, 'plumbline.sqlite');
  const old = new DataSource({
    type: 'better-sqlite3',
    database,
    migrations: migrations.slice(0, 2),
    enableWAL: true,
  });
  await old.initialize();
  await old.runMigrations({ transaction: 'all' });
  await old.destroy();
  const plain = new Database(database);
  const add = plain.prepare('INSERT INTO organizations (name) VALUES (?)');
  plain.transaction(() => {
    for (let number = 0; number < ORGANIZATIONS; number += 1) add.run(`Business ${number}`);
  })();
  plain.close();
  return directory;
}

function lookInto(directory: string) {
  const database = new Database(path.join(directory, 'plumbline.sqlite'));
  try {
    const count = (sql: string) => Number(database.prepare(sql).pluck().get());
    const applied = count('SELECT COUNT(*) FROM migrations');
    return {
      integrity: database.pragma('integrity_check', { simple: true }),
      applied,
      organizations: count('SELECT COUNT(DISTINCT name) FROM organizations'),
      ids: applied > 2 ? count('SELECT COUNT(DISTINCT id) FROM organizations') : null,
      tables: count("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'"),
    };
  } finally {
    database.close();
  }
}

async function migrateIn(directory: string, killAfterMs: number | null) {
  const child = Killable.script('migrating-process.ts', [directory]);
  await child.says(/begin/u);
  const began = performance.now();
  if (killAfterMs === null) await child.end();
  const killed = killAfterMs !== null && (await child.killAfter(killAfterMs));
  return { killed, took: performance.now() - began, output: child.output };
}

it(`an upgrade that is killed is done again by the next start (seed ${Moments.seed})`, async () => {
  const old = await oldDataDirectory();
  const before = lookInto(old);
  const undisturbed = path.join(folder, 'undisturbed');
  await cp(old, undisturbed, { recursive: true });
  const { took } = await migrateIn(undisturbed, null);
  const after = lookInto(undisturbed);
  expect(after).toMatchObject({ integrity: 'ok', applied: migrations.length, ids: ORGANIZATIONS });

  const moments = new Moments(2);
  let inTime = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const killed = path.join(folder, `killed ${round}`);
    await cp(old, killed, { recursive: true });
    const moment = moments.within(took);
    await migrateIn(killed, moment);
    const left = lookInto(killed);
    if (left.applied === before.applied) inTime += 1;
    say(
      `migrating ${round}: killed after ${moment} of ${Math.round(took)} ms, ${left.applied} steps were done`,
    );
    expect(left).toEqual(left.applied === before.applied ? before : after);
    await (await openDataSource(killed)).destroy();
    expect(lookInto(killed)).toEqual(after);
    await rm(killed, { recursive: true });
  }
  // A test whose kills all come too late proves nothing.
  expect(inTime).toBeGreaterThan(ROUNDS / 4);
});
