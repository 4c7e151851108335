import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ReportProcess {
  /** How it ended; the jobs know what came of it. */
  readonly ended: Promise<string>;
  kill(): void;
}

/** By which the program is handed the way to compose a report (type StartReportProcess). */
export const START_REPORT_PROCESS = Symbol('start report process');
export type StartReportProcess = (job: string, line: (text: string) => void) => ReportProcess;

const MOST_LINES = 30;

/** Composes in a process of its own: what renders mails is large, and goes with it. */
export function reportProcesses(dataDirectory: string, program: string): StartReportProcess {
  return (job, line) => {
    const child = fork(program, ['report-job', job, '--data-dir', dataDirectory], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: ['--max-semi-space-size=8'],
    });
    const { promise, resolve } = Promise.withResolvers<string>();
    child.once('exit', (code, signal) => resolve(signal ?? `code ${String(code)}`));
    child.once('error', () => resolve('not started'));
    for (const stream of [child.stdout, child.stderr]) {
      let lines = 0;
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (text) => {
        lines += 1;
        if (lines <= MOST_LINES) line(text.slice(0, 300));
      });
    }
    return { ended: promise, kill: () => child.kill('SIGKILL') };
  };
}
