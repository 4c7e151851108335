#!/usr/bin/env node
import path from 'node:path';
import { buildDashboardIfStale, buildIfStale } from './build.js';
import { root, startNode } from './node.js';

buildIfStale();
if (process.argv[2] === 'serve') buildDashboardIfStale();
// Room for what is new, in MB, and by how many percent the rest may grow before it is tidied. Of what a scan reads
// hardly anything lives: more room saves no time, only takes memory (measured: half of it for a tenth of the time). The
// service waits most of the time; its scans are processes of their own (queue/scan-process.ts).
startNode([
  ...(process.argv[2] === 'serve'
    ? ['--max-semi-space-size=2']
    : ['--max-semi-space-size=8', '--heap-growing-percent=30']),
  path.join(root, 'dist/apps/scanner/src/cli/main.js'),
  ...process.argv.slice(2),
]);
