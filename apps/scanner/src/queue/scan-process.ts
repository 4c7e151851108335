import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { UploadedFile } from '#connectors/exports/exports.connector.js';
import type { ClaimedJob } from './scan-job.js';
import { JobStep } from './job-step.js';
import { writeUploads } from './upload-stream.js';

/** What the service says to a process in which it scans. */
export type WordToScan = 'cancel' | 'stop';

export interface ScanProcess {
  /** How it ended; the queue knows what came of the job. */
  readonly ended: Promise<string>;
  say(word: WordToScan): void;
  kill(): void;
}

export interface Listener {
  step(step: JobStep): void;
  /** What it prints: nothing, unless something is wrong. */
  line(text: string): void;
}

/** By which the program is handed the way to start one (type StartScanProcess). */
export const START_SCAN_PROCESS = Symbol('start scan process');
export type StartScanProcess = (
  job: ClaimedJob,
  listener: Listener,
  uploads: readonly UploadedFile[],
) => ScanProcess;

const MOST_LINES = 30;

/** As the launcher starts a scan (config/launcher/plumbline.js); the service itself runs with less room. */
const SCAN_OPTIONS = ['--max-semi-space-size=8', '--heap-growing-percent=30'];

/** Scans in a process of its own: what a scan needs of memory goes with it, and a scan that dies takes nothing along. */
export function scanProcesses(dataDirectory: string, program: string): StartScanProcess {
  return ({ id, claim }, listener, uploads) => {
    const args = ['scan-job', id, '--claim', claim, '--data-dir', dataDirectory];
    const child = fork(program, uploads.length === 0 ? args : [...args, '--uploads'], {
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
      execArgv: [...SCAN_OPTIONS],
    });
    // It may end before it has taken all.
    child.stdin?.on('error', () => undefined);
    if (child.stdin !== null) writeUploads(child.stdin, uploads);
    child.on('message', (message) => {
      const step = JobStep.safeParse(message);
      if (step.success) listener.step(step.data);
    });
    for (const stream of [child.stdout, child.stderr]) passOn(stream, listener);
    return {
      ended: endOf(child),
      say: (word) => {
        // It may be gone already.
        if (child.connected) child.send(word, () => undefined);
        // One that has only begun to load does not listen yet, and may end at once. Windows knows no other way to end.
        if (process.platform !== 'win32') child.kill('SIGTERM');
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}

function endOf(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  child.once('exit', (code, signal) => resolve(signal ?? `code ${String(code)}`));
  child.once('error', () => resolve('not started'));
  return promise;
}

function passOn(stream: Readable | null, listener: Listener): void {
  if (stream === null) return;
  let lines = 0;
  createInterface({ input: stream }).on('line', (text) => {
    lines += 1;
    if (lines <= MOST_LINES) listener.line(text.slice(0, 300));
  });
}
