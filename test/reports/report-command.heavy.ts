import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bakeryIn, scan } from '../support/bakery-scan.js';
import { inTemporaryFolder, plumbline } from '../support/plumbline.js';

describe('plumbline report', () => {
  it('writes files, and mails to vendors into a folder', async () => {
    await inTemporaryFolder(async (folder) => {
      await bakeryIn(folder);
      await scan(folder);
      const asked = async (...args: string[]) =>
        plumbline(['report', '--at', '2099-01-01', ...args], { cwd: folder });
      expect(await asked('--kind', 'audit', '--format', 'pdf', '--out', 'a.pdf')).toMatchObject({
        code: 0,
        stderr: '',
      });
      expect(await asked('--kind', 'audit', '--format', 'pdf', '--out', 'b.pdf')).toMatchObject({ code: 0 });
      const [a, b] = [await readFile(path.join(folder, 'a.pdf')), await readFile(path.join(folder, 'b.pdf'))];
      expect(Buffer.compare(a, b)).toBe(0);
      expect(await asked('--kind', 'questionnaire', '--format', 'eml', '--out', 'questions')).toMatchObject({
        code: 0,
      });
      expect((await readdir(path.join(folder, 'questions'))).length).toBeGreaterThan(8);
    });
  });

  it('needs no scan where a policy says it all, and refuses what makes no sense with what is possible', async () => {
    await inTemporaryFolder(async (folder) => {
      await bakeryIn(folder, 1);
      const asked = async (...args: string[]) => plumbline(['report', ...args], { cwd: folder });
      expect(await asked('--kind', 'ropa', '--policy', 'policy.yaml')).toMatchObject({ code: 0 });
      expect(existsSync(path.join(folder, 'data'))).toBe(false);
      for (const [args, said] of [
        [['--kind', 'policy', '--format', 'csv', '--policy', 'policy.yaml'], '--format html, pdf, text'],
        [['--kind', 'weekly', '--policy', 'policy.yaml'], 'Leave --policy away'],
        [['--kind', 'audit', '--format', 'pdf'], '--out audit.pdf'],
        [['--kind', 'questionnaire', '--format', 'eml'], '--out FOLDER'],
        [['--kind', 'audit'], 'Nothing has been scanned'],
        [['--kind', 'policy', '--at', 'yesterday', '--policy', 'policy.yaml'], 'Write a day as YYYY-MM-DD'],
      ] as const) {
        const { code, stderr } = await asked(...args);
        expect([args, code, stderr]).toEqual([args, 2, expect.stringContaining(said)]);
      }
    });
  });
});
