import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildDashboardIfStale, buildIfStale } from './build.js';

// Jest calls this before the first suite that looks at the service in a browser: built once, and a folder in which the
// example bakery is scanned once for all of them (test/browser/scanned-once.ts).
export default function beforeBrowserSuites() {
  buildIfStale();
  buildDashboardIfStale();
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-browser-suites-'));
  process.env['BROWSER_SUITES_FOLDER'] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}
