#!/usr/bin/env node
import path from 'node:path';
import { buildIfStale } from './build.js';
import { root, startNode } from './node.js';

buildIfStale();
startNode([
  '--enable-source-maps',
  // Of what a scan reads hardly anything lives: more room for it saves no time (measured), only takes memory.
  '--max-semi-space-size=16',
  path.join(root, 'dist/apps/scanner/src/cli/main.js'),
  ...process.argv.slice(2),
]);
