#!/usr/bin/env node
import path from 'node:path';
import { buildIfStale } from './build.js';
import { root, runNode } from './node.js';

buildIfStale();
process.exit(
  runNode([
    '--enable-source-maps',
    path.join(root, 'dist/apps/scanner/src/cli/main.js'),
    ...process.argv.slice(2),
  ]),
);
