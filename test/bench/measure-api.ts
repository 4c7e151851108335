import path from 'node:path';
import Database from 'better-sqlite3';
import { violation } from '#rules/engine/engine.spec-builders.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { scanFinding } from '#scanner/findings/ledger.spec-builders.js';
import { DATABASE_FILE } from '#scanner/storage/data-directory.js';
import { type Browser, ORGANIZATION, signedInOwner } from '../service/people-bench.js';
import { startService } from '../service/started-service.js';
import { addHistory } from './api-history.js';
import { benchedInventory } from './api-inventory.js';

const FINDINGS = Number(process.argv[4] ?? 100_000);
const EVENTS_EACH = 10;
const OTHERS = Number(process.argv[5] ?? 200);
const FINDINGS_OF_OTHERS = 100;
const AIM_P99_MS = 50;
const WARM_UP = 10;

const requests = Number(process.argv[3] ?? 200);

await using service = await startService();
const { owner, path: organization } = await signedInOwner(service);
const scan = scanFinding([violation('template')], { organization: ORGANIZATION });
const { scanId } = await service.app.get(Ledger).commitScan({ ...scan, inventory: benchedInventory() });
await owner.post(`${organization}/baseline`, { scan: scanId });

const database = new Database(path.join(service.dataDirectory, DATABASE_FILE), { timeout: 60_000 });
const began = performance.now();
addHistory(database, { organization: ORGANIZATION, findings: FINDINGS, eventsEach: EVENTS_EACH });
say(`${FINDINGS} findings and ${FINDINGS * EVENTS_EACH} events stored in ${seconds(began)} s`);
const alone = await measureAll(owner, organization);
for (let other = 0; other < OTHERS; other += 1) {
  addHistory(database, {
    organization: `Business ${other}`,
    copyOf: ORGANIZATION,
    findings: FINDINGS_OF_OTHERS,
    eventsEach: EVENTS_EACH,
  });
}
const beside = await measureAll(owner, organization);
database.close();

say(`\n${'ms'.padEnd(44)} ${columns('alone')} ${columns(`+ ${OTHERS}`)}`);
for (const [name, one] of alone) {
  const other = beside.get(name) ?? one;
  const verdict = Math.max(one.p99, other.p99) < AIM_P99_MS ? '' : `  over ${AIM_P99_MS}`;
  say(`${name.padEnd(44)} ${figures(one)} ${figures(other)}${verdict}`);
}

interface Times {
  readonly p50: number;
  readonly p99: number;
}

async function measureAll(browser: Browser, at: string): Promise<ReadonlyMap<string, Times>> {
  const measured = new Map<string, Times>();
  const deep = await cursorAfter(browser, `${at}/findings?limit=200`, 25);
  const [some] = (await browser.get(`${at}/findings?limit=1`)).body.items;
  for (const [name, url] of [
    ['overview', 'overview'],
    ['trend of 60 scans', 'trend'],
    ['findings, first page of 50', 'findings'],
    ['findings, the page after 5,000', `findings?cursor=${deep}`],
    ['findings, 200 on a page', 'findings?limit=200'],
    ['findings of one severity', 'findings?severity=low'],
    ['findings of one rule', 'findings?rule=program.audit'],
    ['findings of one system', 'findings?system=books'],
    ['findings, acknowledged', 'findings?state=acknowledged'],
    ['findings under an exception', 'findings?state=exception'],
    ['findings that are gone', 'findings?state=absent'],
    ['findings assigned to a person', `findings?assignee=00000000-0000-4000-8000-000000000000`],
    ['findings by a word that many have', 'findings?text=field'],
    ['findings by a word that one has', 'findings?text=99999'],
    ['findings by a word that none has', 'findings?text=nowhere'],
    ['findings, all, by a word that none has', 'findings?state=all&text=nowhere'],
    ['one finding with its history', `findings/${some.id}`],
    ['events, first page of 50', 'events'],
    ['baseline', 'baseline'],
    ['data map', 'inventory/data-map'],
    ['access', 'inventory/access'],
  ] as const)
    measured.set(name, await measure(browser, `${at}/${url}`));
  return measured;
}

async function measure(browser: Browser, url: string): Promise<Times> {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + requests; round += 1) {
    const start = performance.now();
    const { status } = await browser.get(url);
    if (status !== 200) throw new Error(`${url} was answered with ${status}`);
    if (round >= WARM_UP) times.push(performance.now() - start);
    // What takes a second is known after a few.
    if (times.length >= 5 && times.every((ms) => ms > 500)) break;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

async function cursorAfter(browser: Browser, url: string, pages: number): Promise<string> {
  let cursor = '';
  for (let page = 0; page < pages; page += 1) {
    const { body } = await browser.get(cursor === '' ? url : `${url}&cursor=${cursor}`);
    cursor = body.next;
  }
  return cursor;
}

function columns(title: string): string {
  return `${`${title} p50`.padStart(12)} ${'p99'.padStart(8)}`;
}

function figures({ p50, p99 }: Times): string {
  return `${p50.toFixed(1).padStart(12)} ${p99.toFixed(1).padStart(8)}`;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
