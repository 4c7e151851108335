import path from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { bakeryIn, historyIn, scan } from '../support/bakery-scan.js';
import { inTemporaryFolder } from '../support/plumbline.js';

describe('law 6: the same scan twice is no news', () => {
  it('a second scan has no events, and the text says that nothing changed', async () => {
    await inTemporaryFolder(async (folder) => {
      await bakeryIn(folder);
      const first = await scan(folder);
      expect(new Set(first.report.findings.map(({ change }) => change))).toEqual(new Set(['new']));
      const history = await historyIn(folder);
      const second = await scan(folder);
      expect(new Set(second.report.findings.map(({ change }) => change))).toEqual(new Set(['unchanged']));
      expect(second.report.findings.map(({ id }) => id)).toEqual(first.report.findings.map(({ id }) => id));
      expect(await historyIn(folder)).toEqual(history);
    });
  });

  it('two scans at once leave the history of one', async () => {
    await inTemporaryFolder(async (alone) => {
      await bakeryIn(alone);
      await scan(alone);
      await inTemporaryFolder(async (folder) => {
        await bakeryIn(folder);
        await Promise.all([scan(folder), scan(folder), scan(folder)]);
        expect(await historyIn(folder)).toEqual(await historyIn(alone));
      });
    });
  });

  it('rows and columns in another order change nothing', async () => {
    await inTemporaryFolder(async (folder) => {
      const { exports } = await bakeryIn(folder);
      await scan(folder);
      const file = path.join(exports, 'google', 'accessed-apps.csv');
      const lines = (await readFile(file, 'utf8')).trimEnd().split(/\r?\n/u);
      await writeFile(file, `${[lines[0], ...lines.slice(1).toReversed()].join('\n')}\n`);
      const { report } = await scan(folder);
      expect(new Set(report.findings.map(({ change }) => change))).toEqual(new Set(['unchanged']));
    });
  });
});
