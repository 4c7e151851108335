// Every command of this project starts here, whatever Node the shell has: better-sqlite3 13 crashes
// under Node 20, and npm 10 does not put the Node that we install by npm on the PATH.
import { existsSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const WANTED_MAJOR = 24;

/** Path of a Node that runs Plumbline: the running one if new enough, else the one npm installed. */
export function findNode() {
  if (!existsSync(path.join(root, 'node_modules'))) {
    console.error('Plumbline is not installed yet. Run "npm ci" in its folder first.');
    process.exit(2);
  }
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (existsSync(bundled)) return bundled;
  console.error(
    `Plumbline needs Node ${WANTED_MAJOR} or newer; this is Node ${process.versions.node}, and npm has no Node ${WANTED_MAJOR} for ${process.platform}-${process.arch}. Install it from https://nodejs.org/ and try again.`,
  );
  process.exit(2);
}

/** Runs a script under the right Node, with this terminal; gives its exit code (128 + signal if killed). */
export function runNode(args, options = {}) {
  const node = findNode();
  const env = environmentOf(node);
  const result = spawnSync(node, args, { stdio: 'inherit', env, ...options });
  if (result.error) throw result.error;
  return result.status ?? 128 + 15;
}

/**
 * As runNode, for a program that may run for years: who stops this process stops that one, and waits for its end. Ctrl-C
 * reaches both by itself.
 */
export function startNode(args) {
  const node = findNode();
  const child = spawn(node, args, { stdio: 'inherit', env: environmentOf(node) });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => {});
  child.on('error', (error) => {
    throw error;
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 15)));
}

function environmentOf(node) {
  return { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
}
