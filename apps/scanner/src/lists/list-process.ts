import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import type { ListableRule } from '#rules/engine/listable-rule.js';
import { JobStep } from '../queue/job-step.js';
import { writeUploads } from '../queue/upload-stream.js';
import { ListMessage } from './list-line.js';
import { progressLine } from './progress-line.js';

/** Which records somebody wants to see. */
export interface WantedList {
  /** The id of the organization. */
  readonly organization: string;
  readonly rule: ListableRule;
  /** A system of the policy. */
  readonly system: string;
  /** Only of this finding's subject; null: of all of that rule and system. */
  readonly subject: string | null;
}

export interface ListProcess {
  /** What it says, to its end; what is none of these is dropped, for it may hold anything (law 1). */
  readonly messages: AsyncIterable<ListMessage>;
  stop(): void;
}

/** By which the program is handed the way to read a list (type StartListProcess). */
export const START_LIST_PROCESS = Symbol('start list process');
export type StartListProcess = (
  wanted: WantedList,
  uploads: Parameters<typeof writeUploads>[1],
  log: (text: string) => void,
) => ListProcess;

const MOST_LOG_LINES = 30;
const STOP_WITHIN_MS = 10_000;

/** As a scan is started (queue/scan-process.ts): the readers, and every record's id, go with the process. */
export function listProcesses(dataDirectory: string, program: string): StartListProcess {
  return ({ organization, rule, system, subject }, uploads, log) => {
    const args = ['list-job', organization, rule, `--system=${system}`, '--data-dir', dataDirectory];
    if (subject !== null) args.push(`--subject=${subject}`);
    if (uploads.length > 0) args.push('--uploads');
    const child = fork(program, args, {
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
      execArgv: ['--max-semi-space-size=8', '--heap-growing-percent=30'],
    });
    // It may end before it has taken all.
    child.stdin?.on('error', () => undefined);
    if (child.stdin !== null) writeUploads(child.stdin, uploads);
    for (const printed of [child.stdout, child.stderr]) {
      let lines = 0;
      if (printed === null) continue;
      createInterface({ input: printed }).on('line', (text) => {
        lines += 1;
        if (lines <= MOST_LOG_LINES) log(text.slice(0, 300));
      });
    }
    return { messages: messagesOf(child), stop: () => stop(child) };
  };
}

function messagesOf(child: ChildProcess): AsyncIterable<ListMessage> {
  const messages = new PassThrough({ objectMode: true });
  child.on('message', (said) => {
    const message = ListMessage.safeParse(said);
    if (message.success) messages.write(message.data);
    const step = JobStep.safeParse(said);
    if (step.success) messages.write(progressLine(step.data));
  });
  // After the last message, however the process ended.
  child.once('disconnect', () => messages.end());
  child.once('error', () => messages.end());
  return messages;
}

function stop(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.send('cancel', () => undefined);
  // One that has only begun to load does not listen yet. Windows knows no other way to end.
  if (process.platform !== 'win32') child.kill('SIGTERM');
  const tooLong = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  tooLong.unref();
  child.once('exit', () => clearTimeout(tooLong));
}
