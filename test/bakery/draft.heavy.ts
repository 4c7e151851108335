import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AS_OF, bakeryIn, type Report } from '../support/bakery-scan.js';
import { type Finished, plumbline } from '../support/plumbline.js';

/** What a draft declares by its nature. */
const DECLARED = new Set([
  'field.undeclared',
  'field.sensitive',
  'field.wrong-system',
  'access.undeclared-person',
  'access.excess-role',
  'app.undeclared',
]);

describe('a policy drafted from the example bakery', () => {
  let folder: string;
  let draft: Finished;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plumbline-draft-'));
    await bakeryIn(folder);
    draft = await run(
      'policy',
      'draft',
      '--exports',
      'exports',
      '--country',
      'US',
      '--organization',
      'Sweet Crumb',
    );
    await writeFile(path.join(folder, 'draft.yaml'), draft.stdout);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  function run(...args: readonly string[]): Promise<Finished> {
    return plumbline(args, { cwd: folder });
  }

  it('is a policy, and nothing is stored for it', async () => {
    expect(draft).toMatchObject({ code: 0, stderr: '' });
    const checked = await run('policy', 'check', 'draft.yaml');
    expect(checked).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('a valid policy of Sweet Crumb'),
    });
    expect(await readdir(folder)).not.toContain('data');
  });

  it('declares what is there: the same exports have no undeclared data, person or app', async () => {
    const scan = await run(
      'scan',
      '--policy',
      'draft.yaml',
      '--exports',
      'exports',
      '--as-of',
      AS_OF,
      '--format',
      'json',
    );
    const { findings } = JSON.parse(scan.stdout) as Report;
    expect(findings.filter(({ rule }) => DECLARED.has(rule))).toEqual([]);
    // What nobody has answered yet is drift all the same.
    expect(findings.map(({ rule }) => rule)).toContain('vendor.unvetted');
  });

  it("names no customer's value (law 1)", async () => {
    const file = `exports/hubspot/hubspot-crm-exports-all-contacts-${AS_OF}.csv`;
    const contacts = await readFile(path.join(folder, file), 'utf8');
    const addresses = contacts.match(/[\w.+-]+@[\w-]+\.[\w.]+/gu) ?? [];
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => draft.stdout.includes(address))).toEqual([]);
  });

  it('says what could not be read, in the draft and by its code (law 2, E23)', async () => {
    await mkdir(path.join(folder, 'broken'));
    await writeFile(path.join(folder, 'broken/list.csv'), 'Email,Birthday\na@x.example,1990-01-01,surplus\n');
    await writeFile(path.join(folder, 'broken/team.csv'), 'name,email,role\nMaria,maria@x.example,admin\n');
    const broken = await run('policy', 'draft', '--exports', 'broken');
    expect(broken.code).toBe(2);
    expect(broken.stdout.slice(0, broken.stdout.indexOf('plumbline: 1'))).toContain('list.csv not read');
  });

  it('is refused for a folder with nothing in it to draft from', async () => {
    await mkdir(path.join(folder, 'prices'));
    await writeFile(path.join(folder, 'prices/prices.csv'), 'product,price\nrye,4.50\nbun,0.80\n');
    const nothing = await run('policy', 'draft', '--exports', 'prices');
    expect(nothing).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('nothing to draft from'),
    });
  });

  it('is offered by a scan without a policy', async () => {
    const scan = await run('scan', '--exports', 'exports');
    expect(scan).toMatchObject({ code: 2, stdout: '' });
    expect(scan.stderr).toContain('policy draft --exports "exports" --output policy.yaml');
  });
});
