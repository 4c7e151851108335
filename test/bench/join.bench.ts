/**
 * npm run bench [-- CUSTOMERS]: what it costs to know one customer across all tools. Each run is a process of its own,
 * so that CPU time and memory are its own:
 * - reference: reads the same bytes with the same CSV library and makes one HMAC a row;
 * - join: reads the same way, and joins;
 * - scan: the real connector and reducer with the join.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type JoinFiles, type Mode, type Run, writeJoinFiles } from './join-files.js';

const CUSTOMERS = 1_000_000;
const RUN = fileURLToPath(new URL('./run.js', import.meta.url));

await compare(Number(process.argv[3] ?? CUSTOMERS));

async function compare(customers: number): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'plumbline-join-'));
  try {
    const files = await writeJoinFiles(directory, customers);
    const runs = (['reference', 'join', 'scan'] as const).map((one) => spawned(one, files));
    const [base, ...others] = runs;
    if (!base) return;
    for (const run of runs) {
      console.log(
        `${run.mode.padEnd(10)} ${String(Math.round(run.cpuMs)).padStart(7)} ms CPU` +
          `  ${(run.cpuMs / base.cpuMs).toFixed(2)} x  ${Math.round(run.rows / (run.wallMs / 1000))} rows/s` +
          `  ${((run.cpuMs * 1000) / run.rows).toFixed(2)} µs/row  ${Math.round(run.rssMb)} MB peak` +
          `  ${Math.round(((run.rssMb - base.rssMb) * 1024 * 1024) / customers)} bytes a subject  ${run.overdue} overdue`,
      );
    }
    mkdirSync('bench-results', { recursive: true });
    writeFileSync(
      `bench-results/join-${customers}.json`,
      `${JSON.stringify({ customers, base, others }, null, 2)}\n`,
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function spawned(mode: Mode, files: JoinFiles): Run {
  // The libraries are read as they stand, which needs more than stripping types.
  const flags = ['--no-warnings', '--experimental-transform-types'];
  const child = spawnSync(process.execPath, [...flags, RUN, 'join-run', mode, JSON.stringify(files)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '') as Run;
}
