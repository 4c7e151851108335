import { chmod, mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import { inTemporaryFolder, plumbline, type Finished } from '../support/plumbline.js';

const POLICY = `plumbline: 1
organization: Sweet Crumb Bakery
owner: maria@sweetcrumb.example
systems:
  crm: { connector: hubspot }
  sheets: { connector: exports, files: ["bad*"] }
data:
  - { category: user.contact.email, for: [], in: [sheets] }
`;

const GOOD =
  'Record ID,First Name,Last Name,Email,Lead Status\n1,Ann,Baker,ann@example.com,NEW\n2,Bo,Cook,bo@example.com,NEW\n';

interface Resource {
  readonly resource: string;
  readonly status: string;
  readonly reason?: string;
  readonly read: number;
}

interface Report {
  readonly systems: readonly { readonly system: string; readonly resources: readonly Resource[] }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly system: string;
    readonly subject: string;
    readonly change: string;
  }[];
}

const NOBODY = 65_534;

/** A person runs this as herself; root must do it as nobody, who can not start a command in a folder of root's own. */
function nobodyMayEnter(folder: string): boolean {
  if (process.getuid?.() !== 0) return true;
  const isOpen = (statSync(folder).mode & 0o005) === 0o005;
  return isOpen && (folder === path.dirname(folder) || nobodyMayEnter(path.dirname(folder)));
}

/** One bad file beside a good one; gives the report and what the process said. */
async function scanBeside(
  plant: (exports: string) => Promise<void>,
  uid?: number,
): Promise<{ readonly finished: Finished; readonly report: Report }> {
  return inTemporaryFolder(async (folder) => {
    const exports = path.join(folder, 'exports');
    await chmod(folder, 0o777);
    await mkdir(exports);
    await writeFile(path.join(exports, 'contacts.csv'), GOOD);
    await plant(exports);
    await writeFile(path.join(folder, 'policy.yaml'), POLICY);
    const finished = await plumbline(
      [
        'scan',
        '--policy',
        'policy.yaml',
        '--exports',
        'exports',
        '--as-of',
        '2026-11-23',
        '--format',
        'json',
      ],
      { cwd: folder, ...(uid !== undefined && { uid }) },
    );
    return { finished, report: JSON.parse(finished.stdout) as Report };
  });
}

function resourcesOf(report: Report, system: string): readonly Resource[] {
  return report.systems.find((candidate) => candidate.system === system)?.resources ?? [];
}

async function zipOf(name: string, content: Buffer | string): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(content), name, { mtime: new Date('2026-11-23T00:00:00Z') });
  zip.end();
  return buffer(zip.outputStream);
}

/** A member's name in both places where a zip keeps it; both names have the same length. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

const BAD: readonly (readonly [string, string, () => Promise<Buffer | string>])[] = [
  ['an empty file', 'bad.csv', async () => ''],
  [
    'a binary named .csv',
    'bad.csv',
    async () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 0, 255, 254]),
  ],
  [
    'ragged rows',
    'bad.csv',
    async () => 'email,city\nann@example.com,Lyon\nbo@example.com,Nice,France,Europe\nli@example.com,Metz\n',
  ],
  [
    'a zip entry that climbs out',
    'bad.zip',
    async () => renamed(await zipOf('aa/out.csv', 'email\na@example.com\n'), 'aa/out.csv', '../out.csv'),
  ],
  ['a zip bomb', 'bad.zip', async () => zipOf('zeros.csv', Buffer.alloc(200 * 1024 * 1024, 'a,'))],
  ['a file that only calls itself a zip', 'bad.zip', async () => 'no zip at all'],
  [
    'a workbook with a password',
    'bad.xlsx',
    async () => Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(2048)]),
  ],
  ['a file that only calls itself a workbook', 'bad.xlsx', async () => 'no workbook at all'],
];

describe('bad input: said clearly, code 2, the rest of the scan done', () => {
  it.each(BAD)('%s', async (_, name, content) => {
    const bytes = await content();
    const { finished, report } = await scanBeside((exports) => writeFile(path.join(exports, name), bytes));
    expect(finished.code).toBe(2);
    const said = report.systems
      .flatMap(({ resources }) => resources)
      .filter(({ status }) => status === 'failed');
    expect(said.length).toBeGreaterThan(0);
    for (const { reason } of said) expect(reason).toMatch(/\w{3,}/u);
    expect(resourcesOf(report, 'crm').find(({ resource }) => resource === 'contact.records')?.read).toBe(2);
    expect(report.findings.some(({ system }) => system === 'crm')).toBe(true);
  });

  it('a symlink out of the folder', async () => {
    const { finished, report } = await scanBeside(async (exports) => {
      const outside = path.join(exports, '..', 'outside.csv');
      await writeFile(outside, 'email,iban\nann@example.com,DE89370400440532013000\n');
      await symlink(outside, path.join(exports, 'bad.csv'));
    });
    expect(finished.code).toBe(2);
    expect(JSON.stringify(report.findings)).not.toMatch(/iban/iu);
    expect(report.systems.flatMap(({ resources }) => resources)).toContainEqual(
      expect.objectContaining({ status: 'failed' }),
    );
  });

  const whereItCanBeTried = nobodyMayEnter(process.cwd()) ? it : it.skip;
  whereItCanBeTried(
    'a file that may not be read (root tries it as nobody, who must be let into this folder)',
    async () => {
      const { finished, report } = await scanBeside(
        async (exports) => {
          await writeFile(path.join(exports, 'bad.csv'), GOOD, { mode: 0o000 });
          // Root may read everything, so the scan runs as nobody.
        },
        process.getuid?.() === 0 ? NOBODY : undefined,
      );
      expect(finished.code).toBe(2);
      expect(resourcesOf(report, 'crm').find(({ resource }) => resource === 'contact.records')?.read).toBe(2);
    },
  );

  it('a folder that is not there, in words, with the step to take', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFile(path.join(folder, 'policy.yaml'), POLICY);
      const scan = ['scan', '--policy', 'policy.yaml', '--exports', 'nowhere'];
      const { code, stdout, stderr } = await plumbline(scan, { cwd: folder });
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/nowhere/u);
      expect(stderr).toMatch(/What to do: /u);
    });
  });

  it('a policy with unknown keys: every one of them, with line, column and the nearest key', async () => {
    await inTemporaryFolder(async (folder) => {
      const policy = POLICY.replace('owner:', 'ownr:').replace('category:', 'categorie:');
      await writeFile(path.join(folder, 'policy.yaml'), policy);
      const { code, stderr } = await plumbline(['policy', 'check', 'policy.yaml'], { cwd: folder });
      expect(code).toBe(2);
      expect(stderr).toMatch(/policy\.yaml:3:1 .*ownr.*owner/u);
      expect(stderr).toMatch(/policy\.yaml:8:7 .*categorie.*category/u);
    });
  });

  it('header-only files, repeated headers and systems without files are no errors (E27)', async () => {
    const { finished, report } = await scanBeside(async (exports) => {
      await writeFile(path.join(exports, 'bad-header-only.csv'), 'email,city\n');
      await writeFile(path.join(exports, 'bad-repeated.csv'), 'colour,colour\nred,blue\n');
    });
    expect(finished.code).not.toBe(2);
    expect(resourcesOf(report, 'sheets')).toContainEqual(
      expect.objectContaining({ resource: 'bad-header-only.csv.records', status: 'complete', read: 0 }),
    );
    expect(resourcesOf(report, 'crm')).toContainEqual(
      expect.objectContaining({ resource: 'people', status: 'unsupported', reason: 'not supplied' }),
    );
  });
});

describe('our own files among the exports', () => {
  it('are passed over: the data, the policy, the report and the list of deletion requests', async () => {
    await inTemporaryFolder(async (folder) => {
      await writeFile(path.join(folder, 'contacts.csv'), GOOD);
      await writeFile(path.join(folder, 'erasures.csv'), 'email,date\nann@example.com,2026-11-01\n');
      await writeFile(path.join(folder, 'policy.yaml'), `${POLICY}erasures: erasures.csv\n`);
      const scan = [
        'scan',
        '--policy',
        'policy.yaml',
        '--exports',
        '.',
        '--as-of',
        '2026-11-23',
        '--format',
        'json',
      ];
      for (const round of ['first', 'second']) {
        const { code } = await plumbline([...scan, '--output', 'report.csv'], { cwd: folder });
        const report = JSON.parse(await readFile(path.join(folder, 'report.csv'), 'utf8')) as Report;
        expect({ round, code }).toEqual({ round, code: 1 });
        expect({ round, unclaimed: resourcesOf(report, 'unclaimed') }).toEqual({ round, unclaimed: [] });
      }
    });
  });
});

describe('a list of unknown origin that is downloaded again', () => {
  it('is the same list under another date: no finding is new, none is lost (E20)', async () => {
    await inTemporaryFolder(async (folder) => {
      const exports = path.join(folder, 'exports');
      await mkdir(exports);
      await writeFile(path.join(folder, 'policy.yaml'), POLICY);
      const list = 'Email,Date of birth\nann@example.com,1980-02-03\nbo@example.com,1991-04-05\n';
      const scan = [
        'scan',
        '--policy',
        'policy.yaml',
        '--exports',
        'exports',
        '--as-of',
        '2026-11-23',
        '--format',
        'json',
      ];
      await writeFile(path.join(exports, 'bad list 2026-10-01.csv'), list);
      await plumbline(scan, { cwd: folder });
      await rename(
        path.join(exports, 'bad list 2026-10-01.csv'),
        path.join(exports, 'bad list 2026-11-01.csv'),
      );
      const { findings } = JSON.parse((await plumbline(scan, { cwd: folder })).stdout) as Report;
      const aboutFields = findings.filter(({ rule }) => rule.startsWith('field.'));
      expect(aboutFields.length).toBeGreaterThan(0);
      expect(new Set(aboutFields.map(({ change }) => change))).toEqual(new Set(['unchanged']));
    });
  });
});

describe('a database that can not be written', () => {
  it('locked: says so, stores nothing', async () => {
    await inTemporaryFolder(async (folder) => {
      const { DatabaseSync } = await import('node:sqlite');
      await mkdir(path.join(folder, 'exports'));
      await writeFile(path.join(folder, 'exports', 'contacts.csv'), GOOD);
      await writeFile(path.join(folder, 'policy.yaml'), POLICY);
      const scan = ['scan', '--policy', 'policy.yaml', '--exports', 'exports', '--as-of', '2026-11-23'];
      await plumbline(scan, { cwd: folder });
      const file = path.join(folder, 'data', 'plumbline.sqlite');
      const other = new DatabaseSync(file);
      const scans = () => other.prepare('SELECT count(*) AS n FROM scans').get();
      const before = scans();
      other.exec('BEGIN IMMEDIATE');
      const { code, stderr } = await plumbline(scan, { cwd: folder });
      other.exec('ROLLBACK');
      expect(code).toBe(2);
      expect(stderr).toMatch(/What to do: /u);
      expect(scans()).toEqual(before);
      other.close();
    });
  });
});
