import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const LOADER = path.resolve('test/crash/run-typescript.js');
const PROCESS = path.resolve('test/crash/committing-process.ts');

export interface CommitOfAProcess {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly stderr: string;
  /** From its beginning to its end, in ms. */
  readonly took: number;
}

/** Commits the second scan in a process of its own, which is killed so many ms after the commit began. */
export async function commitInProcess(
  dataDirectory: string,
  size: number,
  killAfterMs?: number,
): Promise<CommitOfAProcess> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', LOADER, PROCESS, dataDirectory, String(size)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const times: number[] = [];
  child.stdout.on('data', () => {
    times.push(performance.now());
    if (times.length === 1 && killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, stderr, took: (times.at(-1) ?? 0) - (times[0] ?? 0) };
}
