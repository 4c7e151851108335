import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text as readText } from 'node:stream/consumers';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { fromBufferPromise } from 'yauzl';
import { UserActionError } from '#connectors/contract/error.js';
import { ruleIds } from '#rules/engine/rule-id.js';
import { writeExampleBakery } from './bakery.js';
import { plantedFindings } from './truth.js';

const AS_OF = '2026-11-23';
const CUSTOMERS = 300;
const HUBSPOT = `hubspot/hubspot-crm-exports-all-contacts-${AS_OF}.csv`;
const SALES = 'quickbooks/Sweet Crumb Bakery_Sales by Customer Detail.csv';

describe('the exports of the example bakery', () => {
  let root: string;
  let files: ReadonlyMap<string, Buffer>;

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'plumbline-bakery-'));
    files = await written('first', { asOf: AS_OF, customers: CUSTOMERS });
  });

  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it('are the same to the byte for the same options, zips and workbooks too', async () => {
    const again = await written('again', { asOf: AS_OF, customers: CUSTOMERS });
    expect(digests(again)).toEqual(digests(files));
  });

  it('hang on the day alone: another day gives the same bakery with other dates', async () => {
    const other = await written('other day', { asOf: '2027-03-01', customers: CUSTOMERS });
    expect(people(other.get('hubspot/hubspot-crm-exports-all-contacts-2027-03-01.csv'))).toEqual(
      people(files.get(HUBSPOT)),
    );
    expect(digests(other).get(SALES)).not.toBe(digests(files).get(SALES));
    expect(text(other.get(SALES))).toContain(' - March 1, 2027');
  });

  it('give another bakery for another seed', async () => {
    const other = await written('other seed', { asOf: AS_OF, customers: CUSTOMERS, seed: 7 });
    expect(digests(other).get(HUBSPOT)).not.toBe(digests(files).get(HUBSPOT));
  });

  it('keep every customer of the first day a week later, and add some', async () => {
    const later = await written('later', { asOf: '2026-11-30', customers: CUSTOMERS, state: 'a-week-later' });
    const before = people(files.get(HUBSPOT));
    const after = people(later.get('hubspot/hubspot-crm-exports-all-contacts-2026-11-30.csv'));
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
    expect(files.has('mailchimp/team.csv')).toBe(true);
    expect(later.has('mailchimp/team.csv')).toBe(false);
  });

  it('name nobody: only reserved domains, addresses and phone ranges', async () => {
    const texts = await Promise.all([...files].map(([file, buffer]) => textsIn(file, buffer)));
    expect(texts.flat().length).toBeGreaterThan(20);
    for (const content of texts.flat()) {
      for (const [, domain = ''] of content.matchAll(/@([a-z0-9.-]+\.[a-z]{2,})/giu)) {
        expect(domain.toLowerCase()).toMatch(/(^|\.)(example\.(com|org|net)|[a-z-]+\.(example|test))$/u);
      }
      for (const [phone] of content.matchAll(/\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b/gu)) {
        expect(phone.replaceAll(/\D/gu, '')).toMatch(/^\d{3}55501\d\d$/u);
      }
    }
  });

  it('look as the tools write them', () => {
    expect(text(files.get(HUBSPOT))).toMatch(/^"Record ID","First Name"/u);
    expect(text(files.get(HUBSPOT))).toMatch(/"[^"\n]*\n[^"]*"/u);
    expect(text(files.get(SALES))).toMatch(
      /^Sweet Crumb Bakery\r\nSales by Customer Detail\r\n"\w+ \d+, 20\d\d - November 23, 2026"\r\n\r\n,Transaction date,/u,
    );
    expect(text(files.get(SALES))).toMatch(
      /\r\n"Accrual Basis Monday, November 23, 2026 09:44 AM GMT-05:00"\r\n$/u,
    );
    expect(
      iconv.decode(files.get('drive/weihnachtsmarkt-kunden.csv') ?? Buffer.of(), 'windows-1252'),
    ).toContain('Vorname;Nachname;E-Mail;Straße');
    expect(text(files.get('drive/new-order-form.csv'))).toBe('Name,Email,Phone,Date of birth\n');
  });

  it('add up: every total of the sales report is the sum of its lines', () => {
    const rows = Papa.parse<string[]>(text(files.get(SALES))).data;
    let sum = 0;
    let all = 0;
    for (const row of rows.slice(5)) {
      if (row[0] === '' && row.length > 2) sum += amount(row[8]);
      if (row[0]?.startsWith('Total for ') === true) {
        expect(amount(row[8])).toBe(sum);
        all += sum;
        sum = 0;
      }
      if (row[0] === 'TOTAL') expect(amount(row[8])).toBe(all);
    }
    expect(all).toBeGreaterThan(0);
  });

  it('stand on the edges that no rule may cross: 5 % filled, 90 days since a login (E5, E35)', () => {
    const [header = [], ...contacts] = Papa.parse<string[]>(text(files.get(HUBSPOT)), {
      skipEmptyLines: true,
    }).data;
    const column = header.indexOf('Delivery Phone');
    expect(contacts.filter((row) => row[column] !== '').length / contacts.length).toBe(0.05);
    expect(text(files.get(`hubspot/hubspot-users-${AS_OF}.csv`))).toContain(
      '"Lena@SweetCrumb.example","2026-08-25 08:15"',
    );
  });

  it('plant drift for every rule that exports can show', () => {
    // No export tells with whom a file is shared, nor whom the books pay: only a connection does.
    const ofConnections: ReadonlySet<string> = new Set(['access.public-file', 'vendor.undeclared-payee']);
    expect([...new Set(plantedFindings.map(({ rule }) => rule))].toSorted()).toEqual(
      ruleIds.filter((id) => !ofConnections.has(id)).toSorted(),
    );
  });

  it('go into an empty folder only', async () => {
    await expect(
      writeExampleBakery(path.join(root, 'first'), { asOf: AS_OF, customers: CUSTOMERS }),
    ).rejects.toThrow(UserActionError);
  });

  async function written(
    name: string,
    options: Parameters<typeof writeExampleBakery>[1],
  ): Promise<ReadonlyMap<string, Buffer>> {
    const folder = path.join(root, name);
    await writeExampleBakery(folder, options);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted();
    return new Map(
      await Promise.all(
        paths.map(
          async (file) =>
            [path.relative(folder, file).split(path.sep).join('/'), await readFile(file)] as const,
        ),
      ),
    );
  }
});

function digests(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> {
  return new Map(
    [...files].map(([file, content]) => [file, createHash('sha256').update(content).digest('hex')]),
  );
}

function text(buffer: Buffer | undefined): string {
  return buffer?.toString('utf8') ?? '';
}

/** The text of a file, or of everything packed into it. */
async function textsIn(file: string, content: Buffer): Promise<readonly string[]> {
  if (!/\.(xlsx|zip)$/u.test(file)) return [text(content)];
  const zip = await fromBufferPromise(content, { lazyEntries: true });
  const texts: string[] = [];
  for await (const entry of zip.eachEntry())
    texts.push(await readText(await zip.openReadStreamPromise(entry)));
  return texts;
}

function records(csv: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(csv, { skipEmptyLines: true }).data.slice(1);
}

/** Id, names and address of each contact. */
function people(contacts: Buffer | undefined): readonly string[] {
  return records(text(contacts)).map((row) => row.slice(0, 4).join('|'));
}

/** In cents. */
function amount(cell: string | undefined): number {
  return Math.round(Number((cell ?? '').replaceAll(/[$,]/gu, '')) * 100);
}
