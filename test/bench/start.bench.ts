/**
 * npm run bench -- start [ROUNDS]: how long the built service takes from its start to its first answer, and how much memory
 * it holds when nobody asks for anything. The first start makes the database; the others find it. Linux only.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const AIMS = { listeningMs: 2_000, idleMb: 150 };
/** What a start leaves behind is tidied by then. */
const IDLE_AFTER_MS = 15_000;

interface Line {
  readonly listeningMs: number;
  readonly idleMb: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = Number(process.argv[3] ?? 3);
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-start-'));
try {
  // The launcher builds what is not built yet.
  spawnSync(process.execPath, [path.join(root, 'config/launcher/plumbline.js'), '--help'], {
    stdio: 'ignore',
  });
  const lines: Line[] = [];
  for (let round = 0; round <= rounds; round += 1) lines.push(await started());
  const names = ['with an empty folder', ...lines.slice(1).map((_, at) => `again, ${at + 1}`)];
  const table: Readonly<Record<string, Line>> = Object.fromEntries(
    lines.map((line, at) => [names[at] ?? '', line]),
  );
  console.table(table);
  for (const [name, { listeningMs, idleMb }] of Object.entries(table)) {
    if (listeningMs <= AIMS.listeningMs && idleMb <= AIMS.idleMb) continue;
    process.exitCode = 1;
    console.log(`${name}: OVER ${AIMS.listeningMs} ms or ${AIMS.idleMb} MB`);
  }
  mkdirSync('bench-results', { recursive: true });
  writeFileSync('bench-results/start.json', `${JSON.stringify({ aims: AIMS, table }, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

async function started(): Promise<Line> {
  const began = performance.now();
  const service = spawn(
    process.execPath,
    [
      '--max-semi-space-size=2',
      path.join(root, 'dist/apps/scanner/src/cli/main.js'),
      'serve',
      '--data-dir',
      path.join(folder, 'data'),
      '--port',
      '0',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const address = await addressOf(service);
  await (await fetch(`${address}/ready`)).text();
  const listeningMs = Math.round(performance.now() - began);
  await pause(IDLE_AFTER_MS);
  const idleMb = memoryOf(service.pid);
  service.kill('SIGTERM');
  await once(service, 'exit');
  return { listeningMs, idleMb };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The service can not be heard.');
  for await (const line of createInterface({ input: stdout })) {
    const address = /^Plumbline is running: (?<address>\S+)/u.exec(line)?.groups?.['address'];
    if (address === undefined) continue;
    stdout.resume();
    return address;
  }
  throw new Error('The service ended before it listened.');
}

function memoryOf(pid = 0): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
