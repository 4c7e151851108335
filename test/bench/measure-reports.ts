import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { violation } from '#rules/engine/engine.spec-builders.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { BAKERY, scanFinding } from '#scanner/findings/ledger.spec-builders.js';
import { DATABASE_FILE } from '#scanner/storage/data-directory.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { addHistory } from './api-history.js';
import { benchedInventory } from './api-inventory.js';

const EVENTS_EACH = 10;
/** One that a reader waits for on a command line, and that a small server has. */
const AIMS = { seconds: 15, megabytes: 800 };

/** What `compose-weekly-once.ts` prints. */
interface Composed {
  readonly seconds: number;
  readonly megabytes: number;
  readonly htmlKb: number;
  readonly attachmentKb: number;
  readonly subject: string;
}

const most = Number(process.argv[3] ?? 100_000);
const table: Record<string, Omit<Composed, 'subject'>> = {};
for (const findings of [100, most / 10, most]) {
  for (const isFirst of [true, false]) {
    const name = `${findings} findings, ${isFirst ? 'first report' : 'each changed since the last'}`;
    const { subject, ...figures } = await composedFrom(findings, isFirst);
    process.stdout.write(`${name}: ${subject}\n`);
    table[name] = figures;
  }
}
console.table(table);
const isOver = ({ seconds, megabytes }: Omit<Composed, 'subject'>) =>
  seconds > AIMS.seconds || megabytes > AIMS.megabytes;
if (Object.values(table).some(isOver)) {
  process.exitCode = 1;
  process.stdout.write(`OVER ${AIMS.seconds} s or ${AIMS.megabytes} MB\n`);
}
mkdirSync('bench-results', { recursive: true });
writeFileSync('bench-results/reports.json', `${JSON.stringify({ aims: AIMS, table }, undefined, 2)}\n`);

async function composedFrom(findings: number, isFirst: boolean): Promise<Composed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-reports-'));
  try {
    const dataSource = await openDataSource(folder);
    const scan = scanFinding([violation('template')]);
    const ledger = new Ledger(dataSource);
    const { scanId } = await ledger.commitScan({ ...scan, inventory: benchedInventory() });
    if (!isFirst) await ledger.recordReport(BAKERY, scanId, 'weekly', '2026-11-16T12:00:00.000Z');
    await dataSource.destroy();
    const database = new Database(path.join(folder, DATABASE_FILE));
    addHistory(database, { organization: BAKERY, findings, eventsEach: EVENTS_EACH });
    // So that the last event of each finding is news.
    if (!isFirst)
      database
        .prepare('UPDATE reports SET last_event = (SELECT MAX(sequence) FROM finding_events) - ?')
        .run(findings);
    database.close();
    const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
    const args = ['--conditions=source', '--import', here('../crash/run-typescript.js')];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...args, here('compose-weekly-once.ts'), folder],
      { encoding: 'utf8' },
    );
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as Composed;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
