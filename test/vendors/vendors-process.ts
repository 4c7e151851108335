import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text as textOf } from 'node:stream/consumers';
import type { ControlRequests, VendorsStarted } from './control-server.js';
import type { RecordedExchange } from './core/recorded-exchange.js';

/** Vendors in a process of their own, so that neither their work nor their memory is counted as ours. */
export interface VendorsProcess extends VendorsStarted, AsyncDisposable {
  /** See ControlRequests. Throws what the process says if it refuses. */
  ask<N extends keyof ControlRequests>(name: N, request: ControlRequests[N]): Promise<unknown>;
  exchanges(): Promise<readonly RecordedExchange[]>;
}

/** Starts `npm run vendors` with these options (`['--size', '100000']`) under the Node that runs now, which must be 24. */
export async function startVendorsProcess(options: readonly string[]): Promise<VendorsProcess> {
  const child = spawn(process.execPath, ['test/vendors/run.js', '--json', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaint = textOf(child.stderr);
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as [unknown];
  if (typeof line !== 'string') throw new Error(`The simulated vendors did not start: ${await complaint}`);
  const started = JSON.parse(line) as VendorsStarted;
  return {
    ...started,
    async ask(name, request) {
      const answer = await fetch(`${started.control}/${name}`, {
        method: 'POST',
        body: JSON.stringify(request),
      });
      if (!answer.ok) throw new Error(`The simulated vendors refused ${name}: ${await answer.text()}`);
      return answer.json();
    },
    async exchanges() {
      const answer = await fetch(`${started.control}/exchanges`);
      const text = await answer.text();
      return text
        .split('\n')
        .filter((one) => one !== '')
        .map((one) => JSON.parse(one) as RecordedExchange);
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
