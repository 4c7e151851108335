import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const MAIN = path.resolve('dist/apps/scanner/src/cli/main.js');

/** The built command while it runs: what it printed so far, and a hand at its keyboard. */
export class RunningCommand {
  output = '';
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly ended: Promise<unknown>;
  private printed = Promise.withResolvers<void>();

  constructor(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [MAIN, ...args], {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        this.printed.resolve();
        this.printed = Promise.withResolvers();
      });
    }
    this.ended = once(this.child, 'close').then(() => this.printed.resolve());
  }

  /** The first match in what it prints, as soon as it is there. */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.output)?.[0];
      if (found !== undefined) return found;
      if (this.child.exitCode !== null)
        throw new Error(`It ended and never said ${String(pattern)}: ${this.output}`);
      await this.printed.promise;
    }
  }

  type(line: string): void {
    this.child.stdin.write(`${line}\n`);
  }

  /** Closes the keyboard and gives the exit code. */
  async end(): Promise<number | null> {
    this.child.stdin.end();
    await this.ended;
    return this.child.exitCode;
  }
}
