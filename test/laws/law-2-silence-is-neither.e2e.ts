import { readdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bakeryIn, scan } from '../support/bakery-scan.js';
import { inTemporaryFolder } from '../support/plumbline.js';

/** What can happen to a file between two downloads, without anything being set right in the tool. */
const MISHAPS: readonly (readonly [string, (file: string) => Promise<void>])[] = [
  ['is missing', (file) => rm(file)],
  ['is empty', (file) => truncate(file)],
  ['holds only garbage', (file) => writeFile(file, Buffer.from([0, 255, 0, 1, 2, 0, 0, 3]))],
];

describe('law 2: silence is neither compliance nor guilt', () => {
  it.each(MISHAPS)(
    'nothing is fixed and nothing invented when a file %s',
    async (_, happen) => {
      await inTemporaryFolder(async (folder) => {
        const { exports } = await bakeryIn(folder, 60);
        const first = await scan(folder);
        const known = new Set(first.report.findings.map(({ id }) => id));
        const files = (await readdir(exports, { recursive: true, withFileTypes: true })).filter((entry) =>
          entry.isFile(),
        );
        expect(files.length).toBeGreaterThan(8);
        // One mishap after the other on the same history: silence adds up and must still close nothing.
        for (const file of files) {
          await happen(path.join(file.parentPath, file.name));
          const { report } = await scan(folder);
          const closed = report.findings.filter(({ change }) => change === 'fixed' || change === 'gone');
          expect({ file: file.name, closed }).toEqual({ file: file.name, closed: [] });
          const invented = report.findings.filter(({ id }) => !known.has(id));
          expect({ file: file.name, invented }).toEqual({ file: file.name, invented: [] });
        }
        const { report } = await scan(folder);
        const fromTools = report.findings.filter(({ rule }) => !/^(program|vendor)\./u.test(rule));
        expect(new Set(fromTools.map(({ observation }) => observation))).toEqual(new Set(['not_observed']));
      });
    },
    60_000,
  );
});
