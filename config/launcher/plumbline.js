#!/usr/bin/env node
import path from 'node:path';
import { buildIfStale } from './build.js';
import { root, startNode } from './node.js';

buildIfStale();
// Room for what is new, in MB. Of what a scan reads hardly anything lives: more saves no time (measured), only takes
// memory. The service waits most of the time: 35 MB less (measured); its scans are processes of their own.
startNode([
  '--enable-source-maps',
  `--max-semi-space-size=${process.argv[2] === 'serve' ? 2 : 16}`,
  path.join(root, 'dist/apps/scanner/src/cli/main.js'),
  ...process.argv.slice(2),
]);
