import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { AS_OF, bakeryIn, type ReportedFinding, scan } from '../support/bakery-scan.js';
import { type Finished, plumbline } from '../support/plumbline.js';

const SALES = 'exports/quickbooks/Sweet Crumb Bakery_Sales by Customer Detail.csv';

describe('the list of every record of a finding', () => {
  let scanned: string;
  let folder: string;
  let findings: readonly ReportedFinding[];

  beforeAll(async () => {
    scanned = await mkdtemp(path.join(tmpdir(), 'plumbline-scanned-'));
    folder = await mkdtemp(path.join(tmpdir(), 'plumbline-list-'));
    // More customers than a finding keeps records of.
    await bakeryIn(scanned, 600);
    await bakeryIn(folder, 600);
    const { report } = await scan(scanned);
    findings = report.findings.filter(({ rule }) => /^(retention\.|consent\.|field\.free-text$)/u.test(rule));
  });

  afterAll(async () => {
    await rm(scanned, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  function list(rule: string, system: string, ...more: readonly string[]): Promise<Finished> {
    const place = ['--policy', 'policy.yaml', '--exports', 'exports', '--as-of', AS_OF];
    return plumbline(['list', rule, '--system', system, ...place, ...more], { cwd: folder });
  }

  it('has exactly as many records as the finding, begins with its sample, and holds ids only (law 1)', async () => {
    expect(findings.length).toBeGreaterThan(8);
    expect(findings.some(({ evidence }) => Number(evidence['records']) > 20)).toBe(true);
    for (const { rule, system, subject, evidence } of findings) {
      const { code, stdout, stderr } = await list(rule, system ?? '', '--subject', subject);
      const records = stdout.trimEnd().split('\n');
      const sample = evidence['sample'] as readonly string[];
      // Of one column every record has one note.
      const howMany = evidence['records'] ?? evidence['count'];
      expect({ rule, system, code, count: new Set(records).size, lines: records.length }).toEqual({
        rule,
        system,
        code: 0,
        count: howMany,
        lines: howMany,
      });
      // Two lists of deletions share one sample.
      if (rule !== 'retention.not-propagated') expect(records.slice(0, sample.length)).toEqual(sample);
      expect(records.filter((record) => !/^(\d+|[\w./ ()#-]+:\d+)$/u.test(record))).toEqual([]);
      expect(stderr).toContain(`${rule} in ${system ?? ''}, ${subject}: `);
    }
  });

  it('goes through all findings of the rule in that system, each under its own line', async () => {
    const { stdout, stderr } = await list('retention.overdue', 'crm');
    const overdue = findings.filter(({ rule, system }) => rule === 'retention.overdue' && system === 'crm');
    const records = overdue.map(({ evidence }) => Number(evidence['records']));
    expect(stdout.trimEnd().split('\n')).toHaveLength(records.reduce((sum, count) => sum + count, 0));
    expect(stderr).toMatch(/crm, customers: .*\n.*crm, leads: /u);
  });

  it('is enough to put it right: who deletes what is listed is told that it is fixed (E22)', async () => {
    const listed = new Set((await list('retention.overdue', 'crm')).stdout.trimEnd().split('\n'));
    const contacts = path.join(scanned, `exports/hubspot/hubspot-crm-exports-all-contacts-${AS_OF}.csv`);
    const [header = [], ...rows] = Papa.parse<string[]>((await readFile(contacts, 'utf8')).trimEnd()).data;
    const left = rows.filter(([id = '']) => !listed.has(id));
    expect(rows.length - left.length).toBe(listed.size);
    await writeFile(contacts, Papa.unparse([header, ...left]));
    const { report } = await scan(scanned);
    const changes = report.findings
      .filter(({ rule, change }) => /^(retention|consent)\./u.test(rule) && change !== 'unchanged')
      .map(({ rule, system, subject, change }) => `${rule} ${system ?? ''} ${subject} ${change}`);
    expect(changes.toSorted()).toEqual([
      'retention.overdue crm customers fixed',
      'retention.overdue crm leads fixed',
    ]);
  });

  it('leaves nothing on the disk: no data folder, no temporary file (law 1)', async () => {
    const before = await filesIn(folder);
    const temporary = path.join(scanned, 'temporary');
    await mkdir(temporary);
    const args = [
      'list',
      'consent.missing',
      '--system',
      'crm',
      '--policy',
      'policy.yaml',
      '--exports',
      'exports',
    ];
    const { stdout } = await plumbline([...args, '--as-of', AS_OF], { cwd: folder, temporary });
    expect(stdout).not.toBe('');
    expect(await filesIn(folder)).toEqual(before);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('names nobody where the books can not be read, and says why (laws 1 and 2)', async () => {
    const books = await readFile(path.join(folder, SALES));
    await rm(path.join(folder, SALES));
    const { code, stdout, stderr } = await list('retention.overdue', 'crm');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('Not judged: No list of sales was read from books.');
    expect(stderr).toContain('Nothing to list: retention.overdue finds nothing in crm.');
    await writeFile(path.join(folder, SALES), books);
  });

  it.each([
    ['field.undeclared', 'crm', 'is not about single records'],
    ['retention.forgotten', 'crm', 'There is no rule retention.forgotten.'],
    ['retention.overdue', 'till', 'The policy has no system till.'],
  ])('of %s in %s is refused with a step', async (rule, system, words) => {
    const { code, stdout, stderr } = await list(rule, system);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).toContain('What to do: ');
  });

  it('knows which lists there are, where another is asked for', async () => {
    const { code, stderr } = await list('retention.overdue', 'crm', '--subject', 'friends');
    expect(code).toBe(2);
    expect(stderr).toContain('--subject: customers, leads.');
  });
});

async function filesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).toSorted();
}
