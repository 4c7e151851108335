import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Report, scanInProcess } from '../support/bakery-scan.js';
import { inTemporaryFolder } from '../support/plumbline.js';

const POLICY = `plumbline: 1
organization: Canary Cafe
country: US
systems:
  crm: { connector: hubspot }
data:
  - { category: user.contact.email, in: [crm], for: [] }
  - { category: user.name, in: [crm], for: [] }
  - { category: user.content.private, in: [crm], for: [] }
`;

const NONE = `${POLICY}classify:\n  - { system: crm, object: contact, field: Remarks, category: none }\n`;

const HEADER = 'Record ID,First Name,Last Name,Email,Remarks';
const CARD = '"card 4111 1111 1111 1111"';
const PHONE = '"call (212) 555-0187"';

describe('what stands in notes, from scan to scan', () => {
  it('is found once, is no news the second time, and is fixed when every note was read without it', async () => {
    await inTemporaryFolder(async (folder) => {
      const scan = scansIn(folder);
      expect(await scan([CARD, PHONE, 'ok'])).toEqual(['new high 2 of 3 credit_card phone']);
      expect(await scan([CARD, PHONE, 'ok'])).toEqual(['unchanged high 2 of 3 credit_card phone']);
      expect(await scan([PHONE, 'ok', CARD])).toEqual(['unchanged high 2 of 3 credit_card phone']);
      expect(await scan([PHONE, PHONE, 'ok'])).toEqual(['updated medium 2 of 3 phone']);
      expect(await scan(['ok', 'ok', 'ok'])).toEqual(['fixed medium 2 of 3 phone']);
      expect(await scan([PHONE, 'ok', 'ok'])).toEqual(['reopened medium 1 of 3 phone']);
    });
  });

  it('is not fixed by an export without the column, nor by no export (law 2)', async () => {
    await inTemporaryFolder(async (folder) => {
      const scan = scansIn(folder);
      await scan([CARD]);
      expect(await scan(null)).toEqual(['not_observed high 1 of 1 credit_card']);
      expect(await scan(['ok'])).toEqual(['fixed high 1 of 1 credit_card']);
    });
  });

  it("goes by a person's word, in every later scan, and only that is said of it (E4, E22)", async () => {
    await inTemporaryFolder(async (folder) => {
      const scan = scansIn(folder);
      await scan([CARD, PHONE]);
      expect(await scan([CARD, PHONE], NONE)).toEqual(['gone high 2 of 2 credit_card phone']);
      expect(await scan([CARD, PHONE, PHONE], NONE)).toEqual([]);
      expect(await scan([CARD, PHONE, CARD], NONE)).toEqual([]);
      expect(await scan([CARD, PHONE], POLICY)).toEqual(['reopened high 2 of 2 credit_card phone']);
    });
  });
});

/** Scans contacts with these remarks; null: the column was not exported. */
function scansIn(folder: string) {
  return async (remarks: readonly string[] | null, policy = POLICY): Promise<readonly string[]> => {
    const contact = (at: number, remark: string) => `${at + 101},Ann,Baker,ann${at}@example.org,${remark}`;
    const lines =
      remarks === null
        ? ['Record ID,First Name,Last Name,Email', '101,Ann,Baker,ann0@example.org']
        : [HEADER, ...remarks.map((remark, at) => contact(at, remark))];
    await mkdir(path.join(folder, 'exports'), { recursive: true });
    await writeFile(path.join(folder, 'exports', 'contacts.csv'), `${lines.join('\n')}\n`);
    await writeFile(path.join(folder, 'policy.yaml'), policy);
    return (await scanInProcess(folder)).findings.filter(isFreeText).map(inOneLine);
  };
}

function isFreeText({ rule }: Report['findings'][number]): boolean {
  return rule === 'field.free-text';
}

function inOneLine({ change, severity, evidence }: Report['findings'][number]): string {
  const { count, of, kinds } = evidence;
  return [change, severity, count, 'of', of, ...(kinds as readonly string[])].join(' ');
}
