import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { inTemporaryFolder, plumbline } from '../support/plumbline.js';
import { canaries, canariesIn, tracesOf } from './canary.js';

const POLICY = `plumbline: 1
organization: Canary Cafe
owner: owner@canarycafe.example
country: US
domains: [canarycafe.example]
systems:
  crm: { connector: hubspot }
  newsletter: { connector: mailchimp }
  books: { connector: quickbooks }
  sheets: { connector: exports, files: ["sheets/*"] }
data:
  - { category: user.contact.email, for: [], in: [newsletter] }
`;

const [mail, family, phone, street, birth, health, card, ssn, purchase, password] = canaries.map(
  ({ value }) => value,
);
/** All that can be found inside a note, so that a finding speaks of it. */
const note = `${health}; password: ${password}. Call ${phone} or write to ${mail}, card ${card}, SSN ${ssn}, born ${birth}`;
const row = [mail, family, phone, street, birth, `"${note}"`, card, ssn, purchase].join(',');

/** Files of every kind that is read, and of every kind that fails, all full of canaries. */
const FILES: Readonly<Record<string, string | Buffer>> = {
  'hubspot-contacts.csv': `Record ID,First Name,Last Name,Email,Phone Number,Street Address,Date of birth,Notes,Card,SSN,Order\n101,Ann,${family},${mail},${phone},${street},${birth},"${note}",${card},${ssn},${purchase}\n`,
  'subscribed_members.csv': `Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID,NOTES,TAGS\n${mail},Ann,${family},2,2024-01-01 10:00:00,192.0.2.7,,,77,abc,"${note}","""${family}"""\n`,
  'sales.csv': `Canary Cafe\nSales by Customer Detail\nAll Dates\n\n,Transaction date,Transaction type,Num,Product/Service full name,Description,Quantity,Sales price,Amount,Balance\n${family},,,,,,,,,\n,01/15/2026,Invoice,1001,Cake,${purchase},1,90.00,90.00,90.00\nTotal for ${family},,,,,,,90.00,,\nTOTAL,,,,,,,90.00,,\n`,
  'sheets/with-header.csv': `email,name,phone,street,birthday,note,card,ssn,order\n${row}\n`,
  'sheets/without-header.csv': `${row}\n${row}\n`,
  'sheets/nobody/unclaimed.csv': `email,name,phone,street,birthday,note,card,ssn,order\n${row}\n`,
  'sheets/ragged.csv': `email,name\n${row}\n`,
  'sheets/open-quote.csv': `email,name\n"${mail},${family}\n${row}\n`,
  'sheets/repeated.csv': `name,name\n${family},${mail}\n`,
  'sheets/binary.csv': Buffer.concat([
    Buffer.from([0, 1, 2, 0, 0, 255]),
    Buffer.from(row),
    Buffer.from([0, 0]),
  ]),
  'sheets/not-a-workbook.xlsx': `${row}\n`,
  'sheets/not-a-zip.zip': `${row}\n`,
  'sheets/windows.csv': Buffer.from(`email;name;note\n${mail};${family};"caf\u00E9 ${note}"\n`, 'latin1'),
};

describe('law 1: no customer data is kept', () => {
  it('knows a canary in any disguise', () => {
    for (const canary of canaries) {
      for (const trace of tracesOf(canary))
        expect(canariesIn(`before ${trace} after`)).toContain(canary.what);
      for (const before of ['', 'x', 'xx']) {
        const hidden = Buffer.from(`${before}${canary.value}yyy`).toString('base64');
        expect(canariesIn(hidden)).toContain(canary.what);
      }
    }
  });

  it.each(['json', 'text'])(
    'leaves no trace in report, errors, database or any file (%s)',
    async (format) => {
      await inTemporaryFolder(async (folder) => {
        const exports = path.join(folder, 'exports');
        for (const [name, content] of Object.entries(FILES)) {
          await mkdir(path.dirname(path.join(exports, name)), { recursive: true });
          await writeFile(path.join(exports, name), content);
        }
        await writeFile(path.join(folder, 'policy.yaml'), POLICY);
        const temporary = path.join(folder, 'temporary');
        await mkdir(temporary);
        const scan = [
          'scan',
          '--policy',
          'policy.yaml',
          '--exports',
          'exports',
          '--as-of',
          '2026-11-23',
          '--format',
          format,
        ];
        for (const round of ['first', 'second']) {
          const { code, stdout, stderr } = await plumbline(scan, { cwd: folder, temporary });
          // Ragged and unreadable files were planted, so the scan must say so.
          expect({ round, code }).toEqual({ round, code: 2 });
          expect(stdout).toMatch(/unclaimed\.csv/u);
          // The notes were read, in every tool, and what was found in them is told.
          expect(stdout).toMatch(format === 'json' ? /"rule": ?"field\.free-text"/u : /inside notes/u);
          expect(canariesIn(stdout)).toEqual([]);
          expect(canariesIn(stderr)).toEqual([]);
        }
        const findings = await plumbline(['findings', '--format', 'json'], { cwd: folder });
        expect(JSON.parse(findings.stdout)).not.toEqual([]);
        expect(canariesIn(findings.stdout)).toEqual([]);
        const kept = await filesBelow(path.join(folder, 'data'), temporary);
        expect(kept.some((file) => file.endsWith('plumbline.sqlite'))).toBe(true);
        for (const file of kept)
          expect({ file, canaries: canariesIn(await readFile(file)) }).toEqual({ file, canaries: [] });
      });
    },
  );
});

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
