import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { withPlumbline } from '#scanner/cli/open-plumbline.js';
import { type ReportFile, reportFiles } from '#scanner/cli/report-files.js';
import { REPORT_FORMATS, type ReportKind, reportKinds } from '#scanner/cli/report-formats.js';
import { OrganizationRecords } from '#scanner/findings/organization-records.js';
import { policyInForce } from '#scanner/reports/policy-in-force.js';
import { canaries, canariesIn } from '../laws/canary.js';
import { bakeryIn, scanInProcess } from '../support/bakery-scan.js';
import { inTemporaryFolder } from '../support/plumbline.js';

const EVENING = new Date('2026-11-23T22:00:00Z');

const pdfToText = ['/usr/bin/pdftotext', '/opt/homebrew/bin/pdftotext'].find((file) => existsSync(file));

type Written = ReportFile & { readonly of: string };

/** Every report in every format, of what was scanned in the folder. */
async function everyReport(folder: string, organization: string, kinds: readonly ReportKind[] = reportKinds) {
  return withPlumbline(path.join(folder, 'data'), async (plumbline) => {
    const records = new OrganizationRecords(plumbline.get(DataSource).manager, organization);
    const inForce = await policyInForce(records, EVENING);
    const written: Written[] = [];
    for (const kind of kinds) {
      for (const format of REPORT_FORMATS[kind]) {
        const files = await reportFiles(kind, format, { inForce, at: EVENING, records, to: null });
        written.push(...files.map((file) => ({ ...file, of: `${kind} ${format}` })));
      }
    }
    return written;
  });
}

/** The words of a file; those of a PDF only where the tool that reads them is installed. */
async function wordsOf(folder: string, { of, content }: Written): Promise<string> {
  if (!of.endsWith('pdf')) return content.toString();
  if (pdfToText === undefined) return '';
  const file = path.join(folder, 'words.pdf');
  await writeFile(file, content);
  return execFileSync(pdfToText, ['-layout', file, '-'], { encoding: 'utf8' });
}

function bytesOf({ content }: ReportFile): Buffer {
  return Buffer.from(content);
}

describe('the reports of the example bakery', () => {
  it('are the same twice, the policy on one sheet, and the mails to vendors drafts of their own', async () => {
    await inTemporaryFolder(async (folder) => {
      await bakeryIn(folder);
      await scanInProcess(folder);
      const once = await everyReport(folder, 'Sweet Crumb Bakery');
      // The policy is tried in several sizes, which takes its time; what makes it the same is the same.
      const again = await everyReport(folder, 'Sweet Crumb Bakery', ['weekly', 'audit', 'ropa']);
      const differing = again.filter((file) => {
        const other = once.find(({ of }) => of === file.of);
        return other === undefined || Buffer.compare(bytesOf(file), bytesOf(other)) !== 0;
      });
      expect(again).toHaveLength(10);
      expect(differing.map(({ of }) => of)).toEqual([]);
      const policy = once.find(({ of }) => of === 'policy pdf');
      if (policy === undefined) throw new Error('There is no policy.');
      expect([
        ...bytesOf(policy)
          .toString('latin1')
          .matchAll(/\/Type \/Page\b/gu),
      ]).toHaveLength(1);
      const mails = once.filter(({ of }) => of === 'questionnaire eml');
      const ids = mails.map((mail) => /^Message-ID: (.+)$/mu.exec(bytesOf(mail).toString())?.[1]);
      expect(mails.length).toBeGreaterThan(8);
      expect(new Set(ids).size).toBe(mails.length);
      expect(mails.filter((mail) => /^To:/mu.test(bytesOf(mail).toString()))).toEqual([]);
      for (const file of once.filter(({ of }) => of.startsWith('audit')))
        if (pdfToText !== undefined || !file.of.endsWith('pdf'))
          expect((await wordsOf(folder, file)).toLowerCase()).toContain('is access still limited');
    });
  });
});

describe('law 1', () => {
  const [mail, family, phone, street, birth, note, card, ssn, purchase, password] = canaries.map(
    ({ value }) => value,
  );
  const row = [
    mail,
    family,
    phone,
    street,
    birth,
    `"${note}; password: ${password}, card ${card}, ${ssn}"`,
    purchase,
  ].join(',');

  it('no report, in any format, has a trace of a customer', async () => {
    await inTemporaryFolder(async (folder) => {
      await mkdir(path.join(folder, 'exports'));
      await writeFile(
        path.join(folder, 'exports', 'list.csv'),
        `email,name,phone,street,birthday,note,order\n${row}\n${row}\n`,
      );
      await writeFile(
        path.join(folder, 'policy.yaml'),
        'plumbline: 1\norganization: Canary Cafe\nowner: owner@canarycafe.example\nsystems: { sheets: { connector: exports, files: [list.csv] } }\ndata: [{ category: user.contact.email, in: [sheets] }]\n',
      );
      const { findings } = await scanInProcess(folder);
      expect(findings.length).toBeGreaterThan(5);
      const written = await everyReport(folder, 'Canary Cafe');
      for (const file of written) {
        expect([file.of, canariesIn(bytesOf(file))]).toEqual([file.of, []]);
        expect([file.of, canariesIn(await wordsOf(folder, file))]).toEqual([file.of, []]);
      }
    });
  });
});
