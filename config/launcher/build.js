// Builds on first use: a clone has no dist, and npm's install hooks are switched off on purpose.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runNode } from './node.js';

const STAMP = path.join(root, 'dist', '.built');
const SOURCES = ['apps', 'libs', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Compiles if dist is missing or older than any source; says so on standard error. */
export function buildIfStale() {
  if (isFresh()) return;
  console.error('Building Plumbline (first use, or its sources changed) ...');
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  const nest = path.join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  // The compiler's own words go to standard error: standard output belongs to the report.
  const code = runNode([nest, 'build', 'scanner'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (code !== 0) {
    console.error(
      'The build failed. Run "npm ci" and try again; if it fails again, this is a bug in Plumbline.',
    );
    process.exit(2);
  }
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, '');
}

function isFresh() {
  const built = modified(STAMP);
  return built > 0 && SOURCES.every((source) => newest(path.join(root, source)) <= built);
}

function newest(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(file, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && !entry.name.endsWith('.spec.ts'))
    .reduce((latest, entry) => Math.max(latest, newest(path.join(file, entry.name))), stat.mtimeMs);
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
