import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Papa from 'papaparse';
import {
  AS_OF,
  bakeryIn,
  type Report,
  type ReportedFinding,
  scan,
  scanInProcess,
} from '../support/bakery-scan.js';
import { inTemporaryFolder, plumbline } from '../support/plumbline.js';

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
        const first = await scanInProcess(folder);
        const known = new Set(first.findings.map(({ id }) => id));
        const files = (await readdir(exports, { recursive: true, withFileTypes: true })).filter((entry) =>
          entry.isFile(),
        );
        expect(files.length).toBeGreaterThan(8);
        // One mishap after the other on the same history: silence adds up and must still close nothing.
        for (const file of files) {
          await happen(path.join(file.parentPath, file.name));
          const report = await scanInProcess(folder);
          const closed = report.findings.filter(({ change }) => change === 'fixed' || change === 'gone');
          expect({ file: file.name, closed }).toEqual({ file: file.name, closed: [] });
          const invented = report.findings.filter(({ id }) => !known.has(id));
          expect({ file: file.name, invented }).toEqual({ file: file.name, invented: [] });
        }
        const report = await scanInProcess(folder);
        const fromTools = report.findings.filter(({ rule }) => !/^(program|vendor)\./u.test(rule));
        expect(new Set(fromTools.map(({ observation }) => observation))).toEqual(new Set(['not_observed']));
      });
    },
    60_000,
  );

  it.each(MISHAPS)(
    'nobody is overdue, and nobody is fixed, when the sales report %s (E11)',
    async (_, happen) => {
      await inTemporaryFolder(async (folder) => {
        const { exports } = await bakeryIn(folder, 60);
        const sales = path.join(exports, SALES);
        const report = await readFile(sales);
        await happen(sales);
        const blind = await scan(folder);
        expect(ofAges(blind.report)).toEqual([]);
        await writeFile(sales, report);
        const seeing = await scan(folder);
        const known = ofAges(seeing.report);
        expect(new Set(known.map(({ change }) => change))).toEqual(new Set(['new']));
        expect(known.map(({ rule }) => rule)).toContain('retention.overdue');
        await happen(sales);
        const blindAgain = await scan(folder);
        expect(ofAges(blindAgain.report).map(({ id }) => id)).toEqual(known.map(({ id }) => id));
        const changes = ofAges(blindAgain.report).map(({ change }) => change);
        expect(new Set(changes)).toEqual(new Set(['not_observed']));
      });
    },
    60_000,
  );

  it('an export without the column of opt-outs accuses nobody, and settles nothing (E14, E27)', async () => {
    await inTemporaryFolder(async (folder) => {
      const { exports } = await bakeryIn(folder, 60);
      const contacts = path.join(exports, `hubspot/hubspot-crm-exports-all-contacts-${AS_OF}.csv`);
      const whole = await readFile(contacts, 'utf8');
      const { data } = Papa.parse<string[]>(whole.trimEnd());
      const column = data[0]?.indexOf('Unsubscribed from all email') ?? -1;
      const without = Papa.unparse(data.map((row) => row.toSpliced(column, 1)));
      await writeFile(contacts, without);
      expect(column).toBeGreaterThan(0);
      const blind = ofConsent((await scan(folder)).report);
      expect(blind).toEqual([]);
      await writeFile(contacts, whole);
      const known = ofConsent((await scan(folder)).report);
      expect(known.map(({ rule, system }) => `${rule} ${system ?? ''}`).toSorted()).toEqual([
        'consent.conflict crm',
        'consent.conflict newsletter',
        'consent.missing crm',
      ]);
      await writeFile(contacts, without);
      const later = ofConsent((await scan(folder)).report);
      expect(later.map(({ id, change }) => [id, change])).toEqual(
        known.map(({ id }) => [id, 'not_observed']),
      );
    });
  }, 60_000);

  it('nobody is overdue, and nobody is fixed, by a sales report of too long ago (E11)', async () => {
    await inTemporaryFolder(async (folder) => {
      await bakeryIn(folder, 60);
      const known = ofAges((await scan(folder)).report);
      expect(known.map(({ rule }) => rule)).toContain('retention.overdue');
      const args = [
        '--policy',
        'policy.yaml',
        '--exports',
        'exports',
        '--as-of',
        '2027-02-01',
        '--format',
        'json',
      ];
      const { stdout } = await plumbline(['scan', ...args], { cwd: folder });
      const later = ofAges(JSON.parse(stdout) as Report);
      expect(later.map(({ id, change }) => [id, change])).toEqual(
        known.map(({ id }) => [id, 'not_observed']),
      );
    });
  }, 60_000);
});

const SALES = 'quickbooks/Sweet Crumb Bakery_Sales by Customer Detail.csv';

function ofConsent({ findings }: Report): readonly ReportedFinding[] {
  return findings.filter(({ rule }) => rule.startsWith('consent.'));
}

/** Findings that rest on when somebody last bought. */
function ofAges({ findings }: Report): readonly ReportedFinding[] {
  return findings.filter(({ rule }) => rule === 'retention.overdue' || rule === 'retention.undated');
}
