/**
 * npm run bench -- hubspot [CONTACTS] [SPEED]: what it costs to read all contacts of a HubSpot account that keeps to its
 * published limits. The simulated HubSpot is a process of its own, its clock and ours SPEED times faster. Beside our
 * connector: the least that anybody must do (fetch and parse the same pages), and HubSpot's SDK as its documentation
 * shows it, which reads contacts only, in one request a page, and keeps all of them (getAll) or none (a loop).
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RecordedExchange } from '../vendors/core/recorded-exchange.js';
import { startVendorsProcess } from '../vendors/vendors-process.js';
import type { ToRead, WasRead } from './read-contacts.js';

const CONTACTS = 100_000;
/** On a quiet machine of two cores up to 5; beyond that the simulation is what takes the time. */
const SPEED = 2;
/** As the launcher starts the command, for all who are compared. */
const NODE_FLAGS = ['--no-warnings', '--max-semi-space-size=16'];
/** Simulated time between a request and its answer, in milliseconds. */
const LATENCY_MS = 100;
/** As published for a key on the smaller plans; search is counted apart. */
const PUBLISHED = { requests: 100, perMs: 10_000 };
const AIMS = { wall: 1.1, cpu: 2, peakMb: 300 };

interface Run extends WasRead {
  readonly peakMb: number;
  readonly exchanges: readonly RecordedExchange[];
}

interface Line {
  readonly calls: number;
  readonly refused: number;
  /** In the vendor's time, seconds; null: nobody kept it to a limit. */
  readonly wallS: number | null;
  readonly cpuS: number;
  readonly peakMb: number | null;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-vendors-'));
const contacts = Number(process.argv[3] ?? CONTACTS);
const speed = Number(process.argv[4] ?? SPEED);
try {
  // The launcher builds what is not built yet.
  spawnSync(process.execPath, [here('../../config/launcher/plumbline.js'), '--help'], { stdio: 'ignore' });
  await compare();
} finally {
  rmSync(folder, { recursive: true });
}

async function compare(): Promise<void> {
  const ours = await run('connector', { limits: true });
  if (ours.wanting.length > 0) throw new Error(ours.wanting.join('\n'));
  const { names } = ours;
  await run('save', { limits: false });
  const least = await run('fetch', { limits: false, names });
  const text = await run('parse text', { limits: false });
  const bytes = await run('parse bytes', { limits: false });
  const getAll = await run('getAll', { limits: true, names });
  const loop = await run('loop', { limits: true, names });
  const lines: Readonly<Record<string, Line>> = {
    'our connector': lineOf(ours),
    'fetch and parse': { ...lineOf(least), wallS: null },
    'parse, from bytes': { ...lineOf(bytes), wallS: null, peakMb: null },
    'parse, from text': { ...lineOf(text), wallS: null, peakMb: null },
    'SDK getAll': lineOf(getAll),
    'SDK loop': lineOf(loop),
  };
  console.log(
    `${contacts} contacts, ${names.length} properties, clock ${speed} times faster, ${LATENCY_MS} ms latency. CPU without the start of the process.`,
  );
  console.table(lines);
  const boundS = boundOf(ours.exchanges) / 1000;
  const figures = {
    boundS,
    wall: inHundredths((lines['our connector']?.wallS ?? 0) / boundS),
    cpu: inHundredths(ours.cpuMs / least.cpuMs),
    cpuToBytes: inHundredths(ours.cpuMs / bytes.cpuMs),
    cpuToText: inHundredths(ours.cpuMs / text.cpuMs),
    peakMb: Math.round(ours.peakMb),
  };
  sayWhatHolds(figures);
  mkdirSync('bench-results', { recursive: true });
  const result = { contacts, speed, latencyMs: LATENCY_MS, properties: names.length, lines, figures };
  writeFileSync(`bench-results/hubspot-${contacts}.json`, `${JSON.stringify(result, undefined, 2)}\n`);
}

function sayWhatHolds(figures: {
  readonly boundS: number;
  readonly wall: number;
  readonly cpu: number;
  readonly cpuToBytes: number;
  readonly cpuToText: number;
  readonly peakMb: number;
}): void {
  const told = (name: keyof typeof AIMS, what: string): string => {
    const isOver = figures[name] > AIMS[name];
    if (isOver) process.exitCode = 1;
    return `${what}: ${figures[name]}, ${isOver ? 'OVER' : 'within'} ${AIMS[name]}`;
  };
  console.log(
    [
      told('wall', `time ÷ the ${figures.boundS} s that the limits alone allow for as many calls`),
      told('cpu', 'CPU ÷ fetching and parsing the same pages'),
      `CPU ÷ parsing them from bytes in memory: ${figures.cpuToBytes}; from text in memory: ${figures.cpuToText}`,
      told('peakMb', 'peak MB'),
    ].join('\n'),
  );
}

async function run(
  way: string,
  { limits, names = [] }: { readonly limits: boolean; readonly names?: readonly string[] },
): Promise<Run> {
  const options = ['--vendors', 'hubspot', '--size', String(contacts)];
  const time = limits
    ? ['--speed', String(speed), '--latency', String(LATENCY_MS)]
    : ['--no-limits', '--speed', '1'];
  await using vendors = await startVendorsProcess([...options, ...time]);
  const [hubspot] = vendors.vendors;
  const toRead: ToRead = {
    origin: hubspot?.origin ?? '',
    key: hubspot?.key ?? '',
    // Without limits there is nothing to wait for.
    speed: limits ? speed : 20,
    names,
    file: path.join(folder, 'answers.txt'),
  };
  const usage = path.join(folder, 'usage.json');
  const child = spawn(
    process.execPath,
    [...NODE_FLAGS, here('read-contacts.ts'), way, JSON.stringify(toRead)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        PLUMBLINE_USAGE: usage,
        NODE_OPTIONS: `--import ${pathToFileURL(here('usage.js')).href}`,
      },
    },
  );
  const [printed] = await Promise.all([textOf(child.stdout), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`${way} ended with ${String(child.exitCode)}`);
  const { peakMb } = JSON.parse(readFileSync(usage, 'utf8')) as { readonly peakMb: number };
  return { ...(JSON.parse(printed) as WasRead), peakMb, exchanges: await vendors.exchanges() };
}

function lineOf({ wallMs, cpuMs, peakMb, exchanges }: Run): Line {
  return {
    calls: exchanges.length,
    refused: exchanges.filter(({ status }) => status === 429).length,
    wallS: inHundredths((wallMs * speed) / 1000),
    cpuS: inHundredths(cpuMs / 1000),
    peakMb: Math.round(peakMb),
  };
}

/** The time before the last of so many calls may be sent, if the limit is used up at once each time it is free; ms. */
function boundOf(exchanges: readonly RecordedExchange[]): number {
  const counted = exchanges.filter(({ path: asked, status }) => !asked.endsWith('/search') && status !== 429);
  return Math.floor((counted.length - 1) / PUBLISHED.requests) * PUBLISHED.perMs;
}

function inHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
