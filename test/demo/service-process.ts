import { type ChildProcess, spawn } from 'node:child_process';
import { LAUNCHER } from './plumbline-command.js';

/** `plumbline serve` as somebody would start it who has never used it. */
export interface ServiceProcess {
  /** By which the first owner comes in. */
  readonly setUpLink: URL;
  readonly ended: Promise<void>;
  stop(): void;
}

/** Starts the service on a data directory where nobody can sign in yet, and waits until it listens. */
export async function startServiceProcess(
  dataDirectory: string,
  environment: Readonly<Record<string, string>>,
): Promise<ServiceProcess> {
  const service = spawn(process.execPath, [LAUNCHER, 'serve', '--data-dir', dataDirectory], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment, PLUMBLINE_LOG_LEVEL: 'error' },
  });
  const ended = new Promise<void>((resolve) => service.once('close', () => resolve()));
  return { setUpLink: await printedLink(service), ended, stop: () => void service.kill('SIGTERM') };
}

/** The link for the first owner, which the service prints when it listens. */
function printedLink(service: ChildProcess): Promise<URL> {
  return new Promise((resolve, reject) => {
    let printed = '';
    service.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const link = /http\S+\/set-up#\S+/u.exec(printed)?.[0];
      if (link !== undefined) resolve(new URL(link));
    });
    service.once('close', () => reject(new Error(`the service did not start:\n${printed}`)));
  });
}
