import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOADER = path.resolve('test/crash/run-typescript.js');
const MAIN = path.resolve('dist/apps/scanner/src/cli/main.js');

/** A process that a test kills as a power cut would. */
export class Killable {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  private printed = Promise.withResolvers<void>();

  private constructor(args: readonly string[], env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
        this.printed.resolve();
        this.printed = Promise.withResolvers();
      });
    }
    this.ended = once(this.child, 'close').then(() => this.printed.resolve());
  }

  /** A TypeScript file of this folder, as it stands. */
  static script(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Killable {
    const script = path.resolve('test/crash', file);
    return new Killable(['--conditions=source', '--import', LOADER, script, ...args], env);
  }

  /** The built command. */
  static command(args: readonly string[], env: Readonly<Record<string, string>> = {}): Killable {
    return new Killable([MAIN, ...args], env);
  }

  get code(): number | null {
    return this.child.exitCode;
  }

  /** As soon as it has printed that; throws if it ends without. */
  async says(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.output)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`It ended and never said ${String(pattern)}: ${this.output}`);
      await this.printed.promise;
    }
  }

  /** Kills it after so many ms, unless it has ended by then; gives whether it was killed. */
  async killAfter(ms: number): Promise<boolean> {
    await Promise.race([sleep(ms), this.ended]);
    return this.kill();
  }

  async kill(): Promise<boolean> {
    this.child.kill('SIGKILL');
    await this.ended;
    return this.child.signalCode === 'SIGKILL';
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }

  async end(): Promise<void> {
    await this.ended;
  }
}
