/**
 * npm run bench -- vendors [CONTACTS] [TOOL] [SPEED]: what it takes to read a business of 100,000 contacts in each tool, when
 * every tool keeps to the limits that it publishes. Each tool alone, then the whole scan as a person runs it, all tools
 * side by side. The simulated tools are another process. `bound` is the least time in which the published limits let so
 * much be asked, wall is the time it took, both in the tool's own time. TOOL: only that one, alone, or `whole`: only the whole scan; SPEED: how much faster
 * its clock runs than ours. A machine that is busy otherwise can play them slowly only.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RecordedExchange } from '../vendors/core/recorded-exchange.js';
import { startVendorsProcess, type VendorsProcess } from '../vendors/vendors-process.js';
import { type BenchedVendor, benchedVendors } from './benched-vendors.js';
import type { AccountRead, AccountToRead } from './read-account.js';

const CONTACTS = 100_000;
/** In the place of a tool: only the whole scan. */
const WHOLE = 'whole';
/** Simulated time between a request and its answer, in milliseconds. */
const LATENCY_MS = 100;
const LONGEST_LIMIT_MS = 60_000;
const AIMS = { wall: 1.1, peakMb: 300 };
const POLICY = 'config/policy.example.yaml';
/** As the launcher starts the command. */
const NODE_FLAGS = ['--no-warnings', '--max-semi-space-size=8', '--heap-growing-percent=30'];

/** Times in seconds of the tool's own clock, CPU in those of this machine. */
interface Line {
  readonly calls: number;
  readonly refused: number;
  readonly boundS: number;
  readonly wallS: number;
  readonly wallToBound: number;
  readonly cpuS: number;
  readonly peakMb: number;
}

interface Ended {
  readonly printed: string;
  readonly code: number | null;
  readonly usage: { readonly cpuMs: number; readonly wallMs: number; readonly peakMb: number };
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const LAUNCHER = here('../../config/launcher/plumbline.js');
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-vendors-'));
const contacts = Number(process.argv[3] ?? CONTACTS);
const [, , , , only, askedSpeed] = process.argv;
try {
  // The launcher builds what is not built yet.
  await run([LAUNCHER, '--help'], {});
  await measure();
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const lines = new Map<string, Line>();
  const records: Record<string, AccountRead['records']> = {};
  for (const vendor of benchedVendors.filter(({ tool }) => only === undefined || tool === only)) {
    const { read, ...line } = await alone(vendor);
    lines.set(vendor.tool, line);
    records[vendor.tool] = read.records;
    console.log(`${vendor.tool}: ${JSON.stringify(read.records)} ${read.wanting.join('; ')}`);
  }
  if (only === undefined || only === WHOLE) lines.set('the whole scan', await sideBySide());
  console.log(`${contacts} contacts, ${LATENCY_MS} ms latency.`);
  console.table(Object.fromEntries(lines));
  sayWhatHolds(lines);
  mkdirSync('bench-results', { recursive: true });
  const result = { contacts, latencyMs: LATENCY_MS, aims: AIMS, records, lines: Object.fromEntries(lines) };
  const name = only === undefined ? `vendors-${contacts}` : `vendors-${contacts}-${only}`;
  writeFileSync(`bench-results/${name}.json`, `${JSON.stringify(result, undefined, 2)}\n`);
}

/** One tool through the guard, its clock as fast as it can be played. */
async function alone(vendor: BenchedVendor): Promise<Line & { readonly read: AccountRead }> {
  const { tool, system, account } = vendor;
  const speed = askedSpeed === undefined ? vendor.speed : Number(askedSpeed);
  await using vendors = await vendorsAt(speed, [vendor]);
  const token = await vendor.token(vendors);
  await warmUp(vendor, vendors, token);
  const toRead: AccountToRead = {
    tool,
    system,
    ...(account !== undefined && { account }),
    origin: vendors.vendors[0]?.origin ?? '',
    token,
    speed,
    policyFile: POLICY,
    now: new Date().toISOString(),
  };
  const { printed, code, usage } = await run(
    [...NODE_FLAGS, here('read-account.ts'), JSON.stringify(toRead)],
    {},
  );
  if (code !== 0) throw new Error(`${tool} could not be read.`);
  const read = JSON.parse(printed) as AccountRead;
  const exchanges = await vendors.exchanges();
  const line = lineOf(exchanges, {
    boundMs: vendor.boundMs(exchanges),
    wallMs: read.wallMs * speed,
    cpuMs: read.cpuMs,
    peakMb: usage.peakMb,
  });
  return { ...line, read };
}

/** `plumbline scan` from its start to the stored findings, in real time. Its bound is that of the slowest tool. */
async function sideBySide(): Promise<Line> {
  await using vendors = await vendorsAt(1, benchedVendors);
  const data = ['--policy', POLICY, '--data-dir', path.join(folder, 'data')];
  for (const { tool, way, answers } of benchedVendors) {
    const typed = Object.entries(await answers(vendors)).map(([name, value]) => [
      `PLUMBLINE_CONNECT_${name}`,
      value,
    ]);
    const environment = { ...vendors.environment, ...Object.fromEntries(typed) };
    const { code, printed } = await run([LAUNCHER, 'connect', tool, '--way', way, ...data], environment);
    if (code !== 0) throw new Error(`${tool} could not be connected: ${printed}`);
  }
  for (const vendor of benchedVendors) await warmUp(vendor, vendors, await vendor.token(vendors));
  const report = path.join(folder, 'report.json');
  const args = ['scan', ...data, '--format', 'json', '--output', report];
  const { usage } = await run([LAUNCHER, ...args], vendors.environment);
  sayWhatWasNotRead(report);
  const exchanges = await vendors.exchanges();
  const bounds = benchedVendors.map((one) =>
    one.boundMs(exchanges.filter(({ vendor }) => vendor === one.vendor)),
  );
  return lineOf(exchanges, { boundMs: Math.max(...bounds), ...usage });
}

async function vendorsAt(speed: number, vendors: readonly BenchedVendor[]): Promise<VendorsProcess> {
  const options = {
    '--vendors': vendors.map(({ vendor }) => vendor).join(','),
    '--size': String(contacts),
    '--google': `contacts=${contacts}`,
    '--speed': String(speed),
    '--latency': String(LATENCY_MS),
  };
  return startVendorsProcess(Object.entries(options).flat());
}

/** Leaves no trace in limits and counts. */
async function warmUp(
  { vendor, warmUp: paths }: BenchedVendor,
  vendors: VendorsProcess,
  token: string,
): Promise<void> {
  const { origin = '' } = vendors.vendors.find(({ id }) => id === vendor) ?? {};
  for (const one of paths) {
    const answer = await fetch(origin + one, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`${vendor} answers ${answer.status} to ${one}`);
    await answer.arrayBuffer();
  }
  await vendors.ask('advance', { milliseconds: LONGEST_LIMIT_MS });
  await vendors.ask('clear-exchanges', {});
}

/** Runs it in a process of its own, and reads what that used. */
async function run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> {
  const file = path.join(folder, 'usage.json');
  rmSync(file, { force: true });
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...environment,
      PLUMBLINE_USAGE: file,
      NODE_OPTIONS: `--import ${pathToFileURL(here('usage.js')).href}`,
    },
  });
  const [printed] = await Promise.all([textOf(child.stdout), once(child, 'close')]);
  return {
    printed,
    code: child.exitCode,
    usage: JSON.parse(readFileSync(file, 'utf8')) as Ended['usage'],
  };
}

function lineOf(
  exchanges: readonly RecordedExchange[],
  {
    boundMs,
    wallMs,
    cpuMs,
    peakMb,
  }: { readonly boundMs: number; readonly wallMs: number; readonly cpuMs: number; readonly peakMb: number },
): Line {
  return {
    calls: exchanges.length,
    refused: exchanges.filter(({ status }) => status === 429 || status === 403).length,
    boundS: inHundredths(boundMs / 1000),
    wallS: inHundredths(wallMs / 1000),
    wallToBound: inHundredths(wallMs / boundMs),
    cpuS: inHundredths(cpuMs / 1000),
    peakMb: Math.round(peakMb),
  };
}

/** Whatever a scan could not read would make it quick. */
function sayWhatWasNotRead(report: string): void {
  const { gaps = [] } = JSON.parse(readFileSync(report, 'utf8')) as { gaps?: readonly unknown[] };
  console.log(`The whole scan names ${gaps.length} gaps.`);
}

function sayWhatHolds(lines: ReadonlyMap<string, Line>): void {
  for (const [name, { wallToBound, peakMb }] of lines) {
    const isOver = wallToBound > AIMS.wall || peakMb > AIMS.peakMb;
    if (isOver) process.exitCode = 1;
    console.log(
      `${name}: time ÷ bound ${wallToBound} (${wallToBound > AIMS.wall ? 'OVER' : 'within'} ${AIMS.wall}), peak ${peakMb} MB (${peakMb > AIMS.peakMb ? 'OVER' : 'within'} ${AIMS.peakMb})`,
    );
  }
}

function inHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
