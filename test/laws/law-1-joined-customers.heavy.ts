import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { REPORT_FORMATS } from '#scanner/cli/report-formats.js';
import type { ReportedFinding } from '../support/bakery-scan.js';
import { inTemporaryFolder, plumbline } from '../support/plumbline.js';
import { canaries, canariesIn } from './canary.js';

const POLICY = `plumbline: 1
organization: Canary Cafe
country: US
systems:
  crm: { connector: hubspot }
  newsletter: { connector: mailchimp }
  books: { connector: quickbooks }
  sheets: { connector: exports, files: ["sheets/*"] }
purposes:
  marketing: { why: news, basis: consent }
data:
  - { category: user.contact.email, for: [], in: [newsletter] }
retention:
  - { subjects: customers, keep: 24 months, after: last_purchase }
  - { subjects: leads, keep: 12 months, after: last_activity }
consent:
  - { purpose: marketing, in: [newsletter, crm], requires: opt_in_timestamp, evidence: { crm: agreed on } }
erasures: erasures.csv
`;

const [mail, family, phone, street, , note] = canaries.map(({ value }) => value);

/** One customer of years ago in every tool, who opted out in one of them, and a stranger whom nobody knows the age of. */
const EXPORTS: Readonly<Record<string, string>> = {
  'hubspot-contacts.csv': `Record ID,First Name,Last Name,Email,Phone Number,Street Address,Create Date,Last Activity Date,Unsubscribed from all email,Agreed on\n${mail},Ann,${family},${mail},${phone},${street},2020-02-01 10:00,,Yes,\n102,Bob,${family},bob.${mail},,${street},2026-11-20 10:00,2026-11-20 10:00,,\n`,
  'subscribed_members.csv': `Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID,NOTES,TAGS\n${mail},Ann,${family},2,,192.0.2.7,,,77,abc,"${note}","""${family}"""\nnew.${mail},Eve,${family},2,2026-11-20 10:00:00,192.0.2.7,,,78,abd,,\n`,
  'sales.csv': `Canary Cafe\nSales by Customer Detail\n"January 1, 2020 - November 22, 2026"\n\n,Transaction date,Transaction type,Num,Product/Service full name,Description,Quantity,Sales price,Amount,Balance\n${family},,,,,,,,,\n,01/15/2021,Invoice,1001,Cake,${note},1,90.00,90.00,90.00\nTotal for ${family},,,,,,,90.00,,\nTOTAL,,,,,,,90.00,,\n`,
  'customers.csv': `Canary Cafe\nCustomer Contact List\n\nCustomer full name,Phone numbers,Email,Full name,Bill address,Ship address\n${family},Phone:${phone},${mail},Ann ${family},${street},\n`,
  'sheets/list.csv': `Name,Email,Phone,Note\nAnn ${family},${mail},${phone},"${note}"\nStranger ${family},stranger.${mail},,\n`,
};

describe('law 1, where customers are joined', () => {
  it('keeps counts and opaque ids of them, and a list for a person has ids only', async () => {
    await inTemporaryFolder(async (folder) => {
      await written(folder, { 'erasures.csv': `email,phone,date\n${mail},${phone},2026-10-01\n` });
      const temporary = path.join(folder, 'temporary');
      await mkdir(temporary);
      const scan = ['--policy', 'policy.yaml', '--exports', 'exports', '--as-of', '2026-11-23'];
      const report = await plumbline(['scan', ...scan, '--format', 'json'], { cwd: folder, temporary });
      const { findings } = JSON.parse(report.stdout) as { readonly findings: readonly ReportedFinding[] };
      const found = findings.filter(({ rule }) => /^(retention|consent)\./u.test(rule));
      expect([...new Set(found.map(({ rule }) => rule))].toSorted()).toEqual([
        'consent.conflict',
        'consent.missing',
        'retention.not-propagated',
        'retention.overdue',
        'retention.undated',
      ]);
      const lists = await Promise.all(
        found.map(({ rule, system }) =>
          plumbline(['list', rule, '--system', system ?? '', ...scan], { cwd: folder, temporary }),
        ),
      );
      expect(lists.filter(({ stdout }) => stdout === '')).toEqual([]);
      const text = await plumbline(['scan', ...scan], { cwd: folder, temporary });
      for (const { stdout, stderr } of [report, text, ...lists]) {
        expect(canariesIn(stdout)).toEqual([]);
        expect(canariesIn(stderr)).toEqual([]);
      }
      const reports = path.join(folder, 'reports');
      await mkdir(reports);
      for (const [kind, formats] of Object.entries(REPORT_FORMATS))
        // A PDF says what the HTML says (test/reports): one is enough here.
        for (const format of formats.filter((one) => one !== 'pdf' || kind === 'audit')) {
          const file = path.join('reports', `${kind}.${format}`);
          const asked = ['report', '--kind', kind, '--format', format, '--out', file];
          const ended = await plumbline(asked, { cwd: folder, temporary });
          expect({ kind, format, code: ended.code }).toEqual({ kind, format, code: 0 });
          expect(canariesIn(ended.stderr)).toEqual([]);
        }
      expect((await filesBelow(reports)).length).toBeGreaterThan(10);
      for (const file of await filesBelow(reports)) {
        expect({ file, canaries: canariesIn(await readFile(file)) }).toEqual({ file, canaries: [] });
        // The letters of a PDF are packed and numbered: only a reader of PDFs sees them.
        const letters = file.endsWith('.pdf') ? textOfPdf(file) : '';
        expect({ file, canaries: canariesIn(letters) }).toEqual({ file, canaries: [] });
      }
      const kept = await filesBelow(path.join(folder, 'data'), temporary);
      expect(kept.length).toBeGreaterThan(0);
      for (const file of kept)
        expect({ file, canaries: canariesIn(await readFile(file)) }).toEqual({ file, canaries: [] });
    });
  });

  it.each([
    ['without a column of dates', `email\n${mail}\n`],
    ['without a header', `${mail},${phone}\n${mail},${phone}\n`],
    ['that is no table', `"${mail}\n${phone}`],
  ])('shows nothing of a list of deletion requests %s, and makes nothing of it', async (_, erasures) => {
    await inTemporaryFolder(async (folder) => {
      await written(folder, { 'erasures.csv': erasures });
      const args = ['scan', '--policy', 'policy.yaml', '--exports', 'exports', '--as-of', '2026-11-23'];
      const { code, stdout, stderr } = await plumbline(args, { cwd: folder });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('list of deletion requests');
      expect(canariesIn(stderr)).toEqual([]);
    });
  });
});

/** Empty where there is no pdftotext. */
function textOfPdf(file: string): string {
  return spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' }).stdout ?? '';
}

async function written(folder: string, besidePolicy: Readonly<Record<string, string>>): Promise<void> {
  await writeFile(path.join(folder, 'policy.yaml'), POLICY);
  for (const [name, content] of Object.entries(besidePolicy))
    await writeFile(path.join(folder, name), content);
  for (const [name, content] of Object.entries(EXPORTS)) {
    const file = path.join(folder, 'exports', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function filesBelow(...folders: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    ),
  );
  return lists.flat();
}
