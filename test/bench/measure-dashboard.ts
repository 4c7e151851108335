import { mkdirSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { CDPSession, Page } from 'playwright-core';
import { DataSource } from 'typeorm';
// @ts-expect-error -- the launcher is plain JavaScript
import { buildDashboardIfStale } from '../../config/launcher/build.js';
import { foundChromium } from '../browser/found-chromium.js';
import { openDashboard, wrongFor } from '../browser/opened-dashboard.js';
import { signedIn } from '../browser/signed-in.js';
import { ORGANIZATION, signedInOwner } from '../service/people-bench.js';
import { addHistory } from './api-history.js';
import { type PageMeasures, performanceScore } from './lighthouse-score.js';

const AIMS = { performance: 95, accessibilityProblems: 0, complaints: 0, slowFrames: 5 };
const FINDINGS = Number(process.argv[3] ?? 100_000);
const ROUNDS = 3;
/** Lighthouse's slow phone: a quarter of the speed, and a slow 4G line. */
const PHONE = { slowdown: 4, latency: 150, bytesPerSecond: (1.6 * 1024 * 1024) / 8 };
const FRAME_MS = 1000 / 60;

/** Runs in the page, before anything of it. Blocking time is what tasks take beyond 50 ms after the first paint. */
const OBSERVE = `
  if (!globalThis.measured) {
    let first = 0, largest = 0, shift = 0, blocked = 0;
    const observe = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    observe('paint', (entry) => { if (entry.name === 'first-contentful-paint') first = entry.startTime; });
    observe('largest-contentful-paint', (entry) => { largest = entry.startTime; });
    observe('layout-shift', (entry) => { if (!entry.hadRecentInput) shift += entry.value; });
    observe('longtask', (entry) => { blocked += Math.max(0, entry.duration - 50); });
    globalThis.measured = () => ({
      firstContentfulPaint: first,
      largestContentfulPaint: largest,
      totalBlockingTime: blocked,
      layoutShift: shift,
    });
  }
`;

const executablePath = foundChromium();
if (executablePath === null) {
  process.stderr.write('No chromium was found: nothing was measured.\n');
  process.exit(2);
}
buildDashboardIfStale();
await using dashboard = await openDashboard(executablePath);
const { owner, path } = await signedInOwner(dashboard, {});
const place = `${dashboard.address}/o/${path.split('/')[1]}`;

const { page } = await signedIn(dashboard, owner, { width: 412, height: 823 });
const session = await page.context().newCDPSession(page);
await slowDown(session);
const rounds: PageMeasures[] = [];
for (let round = 0; round < ROUNDS; round += 1) rounds.push(await loaded(page, session));
const middle =
  rounds.toSorted((one, other) => performanceScore(other) - performanceScore(one))[1] ?? rounds[0];
const problems = await wrongFor(page);
await page.close();

const store = dashboard.app.get(DataSource).options.database;
const database = new Database(String(store), { timeout: 60_000 });
addHistory(database, { organization: ORGANIZATION, findings: FINDINGS, eventsEach: 2 });
database.close();
const { page: list } = await signedIn(dashboard, owner);
const framesOfList = await scrolled(list);

const figures = {
  performance: middle === undefined ? 0 : performanceScore(middle),
  ...middle,
  accessibilityProblems: problems.length,
  complaints: dashboard.complaints.length,
  listFrames: framesOfList.length,
  listFrameP50: at(framesOfList, 0.5),
  listFrameP99: at(framesOfList, 0.99),
  slowFrames: percent(framesOfList.filter((ms) => ms > 3 * FRAME_MS).length, framesOfList.length),
};
console.table(figures);
for (const line of [...problems, ...dashboard.complaints]) process.stdout.write(`${line}\n`);
if (
  figures.performance < AIMS.performance ||
  problems.length + dashboard.complaints.length > 0 ||
  figures.slowFrames > AIMS.slowFrames
)
  process.exitCode = 1;
mkdirSync('bench-results', { recursive: true });
writeFileSync('bench-results/dashboard.json', `${JSON.stringify({ aims: AIMS, figures }, undefined, 2)}\n`);

async function slowDown(cdp: CDPSession): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: PHONE.latency,
    downloadThroughput: PHONE.bytesPerSecond,
    uploadThroughput: PHONE.bytesPerSecond,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: PHONE.slowdown });
}

/** Loads the overview as somebody who has never been there, and waits until it says something. */
async function loaded(of: Page, cdp: CDPSession): Promise<PageMeasures> {
  await cdp.send('Network.clearBrowserCache');
  await of.addInitScript({ content: OBSERVE });
  await of.goto(place);
  await of.getByRole('heading', { level: 1 }).first().waitFor();
  await of.waitForLoadState('networkidle');
  return of.evaluate('globalThis.measured()');
}

/** Turns the wheel for some seconds; gives the ms between frames. */
async function scrolled(of: Page): Promise<readonly number[]> {
  await of.goto(`${place}/findings`);
  await of
    .getByRole('row')
    .nth(3)
    .waitFor()
    .catch(() => of.getByRole('listitem').nth(3).waitFor());
  await of.evaluate(`
    globalThis.frames = [];
    let last = performance.now();
    const next = (now) => { globalThis.frames.push(now - last); last = now; requestAnimationFrame(next); };
    requestAnimationFrame(next);
  `);
  await of.mouse.move(600, 500);
  for (let turn = 0; turn < 150; turn += 1) await of.mouse.wheel(0, 400);
  await of.waitForLoadState('networkidle');
  const frames = await of.evaluate<number[]>('globalThis.frames');
  return frames.slice(1).toSorted((one, other) => one - other);
}

function at(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}

function percent(count: number, of: number): number {
  return of === 0 ? 100 : Math.round((1000 * count) / of) / 10;
}
