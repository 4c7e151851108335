// Builds on first use: a clone has no dist, and npm's install hooks are switched off on purpose.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findNode, root, runNode } from './node.js';

const LOCK = path.join(root, 'node_modules', '.plumbline-build');
const STAMP = path.join(root, 'dist', '.built');
const SOURCES = [
  'apps/scanner',
  'libs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
const DASHBOARD_STAMP = path.join(root, 'dist', 'dashboard', '.built');
const DASHBOARD_SOURCES = ['apps/dashboard', 'config/dashboard', 'package-lock.json'];

/** Compiles if dist is missing or older than any source; says so on standard error. */
export function buildIfStale() {
  if (!isFresh(STAMP, SOURCES)) alone(STAMP, SOURCES, build);
}

/** The same for the dashboard, which only the service needs. */
export function buildDashboardIfStale() {
  if (!isFresh(DASHBOARD_STAMP, DASHBOARD_SOURCES)) alone(DASHBOARD_STAMP, DASHBOARD_SOURCES, buildDashboard);
}

function alone(stamp, sources, work) {
  // Says what is missing before anything is built.
  findNode();
  holdLock();
  let code = 0;
  try {
    // Whoever held the lock before us may have built already.
    if (!isFresh(stamp, sources)) {
      code = work();
      if (code === 0) writeFileSync(stamp, '');
    }
  } finally {
    rmSync(LOCK, { force: true });
  }
  if (code === 0) return;
  console.error(
    'The build failed. Run "npm ci" and try again; if it fails again, this is a bug in Plumbline.',
  );
  process.exit(2);
}

function build() {
  console.error('Building Plumbline (first use, or its sources changed) ...');
  const dist = path.join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist))
    if (name !== 'dashboard') rmSync(path.join(dist, name), { recursive: true, force: true });
  const nest = path.join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  // The compiler's own words go to standard error: standard output belongs to the report.
  return runNode([nest, 'build', 'scanner'], { cwd: root, stdio: ['ignore', 2, 2] });
}

function buildDashboard() {
  console.error('Building the dashboard (first use, or its sources changed) ...');
  return runNode([path.join(root, 'config/dashboard/build.js')], { cwd: root, stdio: ['ignore', 2, 2] });
}

/** One build at a time: two commands started together must not delete each other's dist. */
function holdLock() {
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isLeftBehind()) rmSync(LOCK, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

/** Whether the process that holds the lock was killed. */
function isLeftBehind() {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')) || -1, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function isFresh(stamp, sources) {
  const built = modified(stamp);
  return built > 0 && sources.every((source) => newest(path.join(root, source)) <= built);
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
