/**
 * npm run bench [-- CUSTOMERS]: what it costs to know one customer across all tools, measured on the command as a
 * person runs it, each run in a process of its own:
 * - the loop (join-reference.ts) reads the same bytes with the same CSV library and makes one HMAC a row;
 * - the scan is `plumbline scan`, from its start to the stored findings.
 * Starting a process costs the same for ten rows and ten million: a run with ten customers tells what.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type JoinFiles, writeJoinFiles } from './join-files.js';

const CUSTOMERS = 1_000_000;
const FEW = 10;
const AS_OF = '2026-11-23';
const LIMITS = { ratio: 2, peakMb: 600, bytesASubject: 100 };
const POLICY = `plumbline: 1
organization: Sweet Crumb Bakery
country: US
domains: [sweetcrumb.example]
systems:
  crm: { connector: hubspot }
  books: { connector: quickbooks }
data:
  - { category: user.contact.email, in: [crm, books], for: [] }
retention:
  - { subjects: customers, keep: 24 months, after: last_purchase, longer: [{ system: books, keep: 7 years, because: tax }] }
  - { subjects: leads, keep: 12 months, after: last_activity }
`;

/** What a process used from its first to its last moment. */
interface Usage {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakMb: number;
}

/** One size of business; CPU time in milliseconds. */
interface Compared {
  readonly customers: number;
  readonly rows: number;
  readonly loopMs: number;
  readonly scanMs: number;
  readonly ratio: number;
  readonly microsecondsAFurtherRow: number | undefined;
  readonly rowsASecond: number;
  readonly peakMb: number;
}

/** In bytes. */
interface Memory {
  readonly rss: number;
  readonly arrayBuffers: number;
  readonly peak: number;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const directory = mkdtempSync(path.join(tmpdir(), 'plumbline-join-'));
try {
  await compare(Number(process.argv[3] ?? CUSTOMERS));
} finally {
  rmSync(directory, { recursive: true });
}

async function compare(most: number): Promise<void> {
  writeFileSync(path.join(directory, 'policy.yaml'), POLICY);
  const few = await filesFor(FEW);
  // The first run builds what is not built yet.
  scan(few);
  const start = { loop: loop(few), scan: scan(few) };
  console.log(
    `Starting: the loop ${seconds(start.loop.cpuMs)} of CPU, the scan ${seconds(start.scan.cpuMs)} and ${Math.round(start.scan.peakMb)} MB.`,
  );
  const sizes = [...new Set([10_000, 100_000, most].filter((size) => size <= most))];
  const rows: Compared[] = [];
  for (const customers of sizes) rows.push(await compared(customers, rows.at(-1)));
  console.table(Object.fromEntries(rows.map(({ customers, ...row }) => [customers, row])));
  const memory = await memoryASubject(most);
  console.log(
    `A subject: ${memory.arrays} bytes in the arrays of the join and ${memory.rss} of the process when everything was read, ${memory.peak} at the peak.`,
  );
  const last = rows.at(-1);
  if (last !== undefined) sayWhatHolds(last.ratio, last.peakMb, memory.peak);
  mkdirSync('bench-results', { recursive: true });
  writeFileSync(
    `bench-results/join-${most}.json`,
    `${JSON.stringify({ start, rows, memory }, undefined, 2)}\n`,
  );
}

async function compared(customers: number, smaller: Compared | undefined): Promise<Compared> {
  const files = await filesFor(customers);
  // In turn and twice, the cheaper counts: other work on the machine makes either dearer, and neither cheaper.
  const [ofLoop, ofScan] = [[loop(files), scan(files)] as const, [loop(files), scan(files)] as const].reduce(
    (one, other) => [cheaper(one[0], other[0]), cheaper(one[1], other[1])] as const,
  );
  const { rows } = files;
  return {
    customers,
    rows,
    loopMs: Math.round(ofLoop.cpuMs),
    scanMs: Math.round(ofScan.cpuMs),
    ratio: Math.round((ofScan.cpuMs / ofLoop.cpuMs) * 100) / 100,
    // Beyond the size before: without the start of the process, and without the time in which its code gets fast.
    microsecondsAFurtherRow:
      smaller && inTenths(((ofScan.cpuMs - smaller.scanMs) * 1000) / (rows - smaller.rows)),
    rowsASecond: Math.round(rows / (ofScan.wallMs / 1000)),
    peakMb: Math.round(ofScan.peakMb),
  };
}

/** The same files read with and without the join. */
async function memoryASubject(customers: number) {
  const files = await filesFor(customers);
  const [joined, apart] = [held(files, 'joined'), held(files, 'apart')];
  const bytes = (of: keyof Memory) => Math.round((joined[of] - apart[of]) / customers);
  return { arrays: bytes('arrayBuffers'), rss: bytes('rss'), peak: bytes('peak') };
}

function sayWhatHolds(ratio: number, peakMb: number, bytesASubject: number): void {
  const told = Object.entries({ ratio, peakMb, bytesASubject }).map(([name, value]) => {
    const limit = LIMITS[name as keyof typeof LIMITS];
    if (value > limit) process.exitCode = 1;
    return `${name} ${value} ${value > limit ? 'IS OVER' : 'holds'} ${limit}`;
  });
  console.log(`Limits: ${told.join(', ')}.`);
}

async function filesFor(customers: number): Promise<JoinFiles> {
  return writeJoinFiles(path.join(directory, String(customers)), customers);
}

function cheaper(one: Usage, other: Usage): Usage {
  return one.cpuMs < other.cpuMs ? one : other;
}

function loop({ folder }: JoinFiles): Usage {
  return used(['--no-warnings', here('join-reference.ts'), folder]);
}

function scan({ folder }: JoinFiles): Usage {
  rmSync(path.join(directory, 'data'), { recursive: true, force: true });
  const options = {
    '--exports': folder,
    '--policy': path.join(directory, 'policy.yaml'),
    '--data-dir': path.join(directory, 'data'),
    '--as-of': AS_OF,
    '--format': 'json',
    '--output': path.join(directory, 'report.json'),
  };
  return used([here('../../config/launcher/plumbline.js'), 'scan', ...Object.entries(options).flat()]);
}

/** Runs it in the folder of the data, with nothing of ours in its way, and reads what it used. */
function used(args: readonly string[]): Usage {
  const usage = path.join(directory, 'usage.json');
  rmSync(usage, { force: true });
  const child = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PLUMBLINE_USAGE: usage,
      NODE_OPTIONS: `--import ${pathToFileURL(here('usage.js')).href}`,
    },
  });
  // 1 is drift, which there is.
  if (child.status !== 0 && child.status !== 1)
    throw new Error(`${args.join(' ')} ended with ${child.status}`);
  return JSON.parse(readFileSync(usage, 'utf8')) as Usage;
}

function held({ folder }: JoinFiles, mode: 'joined' | 'apart'): Memory {
  const flags = ['--no-warnings', '--expose-gc', '--max-semi-space-size=16'];
  const child = spawnSync(process.execPath, [...flags, here('join-memory.ts'), folder, mode], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(child.stdout) as Memory;
}

function seconds(milliseconds: number): string {
  return `${inTenths(milliseconds / 1000)} s`;
}

function inTenths(value: number): number {
  return Math.round(value * 10) / 10;
}
