import { chmod, open, symlink } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { UserActionError } from '../contract/error.js';
import { type ExportsFolder, exportsFolder, workbookOf, zipOf } from '../testing/exports-folder.js';
import { exportsSession } from '../testing/exports-session.js';
import { peopleOf, readAll, recordsOf } from '../testing/read-all.js';
import { exportsConnector } from './exports.connector.js';

const healthy = 'Name,Cake\nAnn,Lemon\nBob,Sacher\n';

/** Reads the folder, and expects its healthy file to be read whatever lies beside it. Gives the failed receipts. */
async function failures(folder: ExportsFolder) {
  await folder.add('healthy.csv', healthy);
  const { facts, receipts } = await readAll(exportsConnector, exportsSession(folder.path, { systems: [] }));
  expect(
    recordsOf(facts)
      .filter(({ object }) => object === 'healthy.csv')
      .flatMap(({ rows }) => rows),
  ).toHaveLength(2);
  return receipts
    .filter(({ status }) => status === 'failed')
    .map(({ object, reason }) => ({ object, reason }));
}

const failed = (object: string, reason: string | RegExp) => ({
  object,
  reason: expect.stringMatching(reason),
});

describe('bad input is said and the rest is read', () => {
  it('an empty file', async () => {
    await using folder = await exportsFolder({ 'a.csv': '' });
    expect(await failures(folder)).toEqual([failed('a.csv', 'the file is empty')]);
  });

  it('a file of nothing but blank lines', async () => {
    await using folder = await exportsFolder({ 'a.csv': '\r\n\r\n , \r\n' });
    expect(await failures(folder)).toEqual([failed('a.csv', 'nothing in it')]);
  });

  it.each([
    ['zeros', Buffer.from([1, 0, 2, 0, 0, 0, 65, 66, 0, 0, 0, 9])],
    ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100, 'a,b\n')])],
    ['a workbook', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(100, 'a,b\n')])],
    ['control characters', Buffer.alloc(500, '\u0001\u0002a,b\n')],
    [
      'zeros far behind the header',
      Buffer.concat([Buffer.from('a,b\n1,2\n'.repeat(150_000)), Buffer.alloc(9)]),
    ],
  ])('a binary named .csv: %s', async (_, bytes) => {
    await using folder = await exportsFolder({ 'a.csv': bytes });
    expect(await failures(folder)).toContainEqual(failed('a.csv', 'not a text file'));
  });

  it('ragged rows, with their number and the first line, and the other rows read', async () => {
    await using folder = await exportsFolder({
      'a.csv': 'Name,Cake,Day\nAnn,"Le\nmon",1\nBob,Sacher\nCy,Pie,3,4\nDi,Tart,5\n',
    });
    expect(await failures(folder)).toEqual([
      failed('a.csv', /^2 lines have more or fewer cells than the header, the first is line 4:/),
      failed('a.csv', '^2 lines'),
    ]);
    const { facts } = await readAll(exportsConnector, exportsSession(folder.path, { systems: [] }));
    expect(recordsOf(facts).find(({ object }) => object === 'a.csv')).toMatchObject({
      rows: [
        ['Ann', 'Le\nmon', '1'],
        ['Di', 'Tart', '5'],
      ],
      lines: [2, 6],
    });
  });

  it('a quotation mark that is never closed', async () => {
    await using folder = await exportsFolder({ 'a.csv': 'Name,Cake\nAnn,"Lemon\nBob,Sacher\n' });
    const reason = 'quotation mark is opened and never closed';
    expect(await failures(folder)).toEqual([failed('a.csv', reason), failed('a.csv', reason)]);
  });

  it('a file that breaks off behind its header, which tells whose it was', async () => {
    await using folder = await exportsFolder({
      'users.csv': 'Name,Username,User level\nMaria,maria,Owner\nTom,"tom,Viewer\n',
      'contacts.csv': 'Record ID,First Name,Last Name,Email\n1,Ann,Lee,ann@x.example\n',
    });
    const { facts, receipts } = await readAll(exportsConnector, exportsSession(folder.path));
    const supplied = receipts.filter(({ status }) => status !== 'unsupported');
    expect(supplied.map(({ source, capability, status }) => [source.system, capability, status])).toEqual([
      ['crm', 'fields', 'partial'],
      ['crm', 'records', 'complete'],
      ['newsletter', 'people', 'failed'],
    ]);
    expect(peopleOf(facts).map(({ identifier }) => identifier)).toEqual(['maria']);
  });

  it('one line of 200 MB, within bounded memory', async () => {
    await using folder = await exportsFolder({});
    const file = await open(path.join(folder.path, 'a.csv'), 'w');
    const part = Buffer.alloc(2 ** 20, 'canary,');
    for (let megabytes = 0; megabytes < 200; megabytes += 1) await file.write(part);
    await file.close();
    const before = process.memoryUsage().rss;
    expect(await failures(folder)).toEqual([failed('a.csv', 'a line is longer than 16 million characters')]);
    expect(process.memoryUsage().rss - before).toBeLessThan(180 * 2 ** 20);
  });

  it('more columns than any table has', async () => {
    await using folder = await exportsFolder({ 'a.csv': `${'c,'.repeat(2_500)}end\n` });
    expect(await failures(folder)).toEqual([failed('a.csv', 'more than 2,000 columns')]);
  });

  it('a zip bomb, refused by what it declares', async () => {
    const bomb = await zipOf({ 'zeros.csv': Buffer.alloc(40 * 2 ** 20), 'fine.csv': healthy });
    await using folder = await exportsFolder({ 'a.zip': bomb });
    expect(await failures(folder)).toEqual([failed('a.zip', 'unpacks to far more than an export does')]);
  });

  it('a zip that gives more than it declares', async () => {
    const bomb = declaring(await zipOf({ 'lies.csv': Buffer.alloc(2 ** 20, 'a,b\n') }), 100);
    await using folder = await exportsFolder({ 'a.zip': bomb });
    expect(await failures(folder)).toEqual([failed('a.zip/lies.csv', 'damaged')]);
  });

  it.each([
    ['above the archive', '../evil.csv'],
    ['absolute', '/evil.csv'],
    ['of Windows', 'x\\evil.csv'],
  ])('a zip entry with a path %s, its other members read', async (_, name) => {
    // yazl refuses such names itself, so the name is written over a harmless one of the same length.
    const harmless = 'q'.repeat(name.length);
    const zip = renamed(
      await zipOf({ [harmless]: 'a,b\n', 'fine.csv': 'Name,Cake\nCy,Pie\n' }),
      harmless,
      name,
    );
    await using folder = await exportsFolder({ 'a.zip': zip });
    expect(await failures(folder)).toEqual([failed('a.zip', 'a path that leads out of the archive')]);
    const { facts } = await readAll(exportsConnector, exportsSession(folder.path, { systems: [] }));
    expect(recordsOf(facts).map(({ object }) => object)).toContain('a.zip/fine.csv');
  });

  it('an archive within an archive, and one that is damaged', async () => {
    const inner = await zipOf({ 'fine.csv': healthy });
    await using folder = await exportsFolder({
      'a.zip': await zipOf({ 'inner.zip': inner }),
      'b.zip': inner.subarray(0, inner.length - 30),
      'c.zip': 'no zip at all',
    });
    expect(await failures(folder)).toEqual([
      failed('a.zip/inner.zip', 'archive within an archive'),
      failed('b.zip', 'damaged'),
      failed('c.zip', 'no zip archive'),
    ]);
  });

  it('a link out of the folder, while one that stays inside is passed over', async () => {
    await using outside = await exportsFolder({ 'secret.csv': healthy });
    await using folder = await exportsFolder({ 'real.csv': healthy });
    await symlink(path.join(outside.path, 'secret.csv'), path.join(folder.path, 'out.csv'));
    await symlink(outside.path, path.join(folder.path, 'outdir'));
    await symlink(path.join(folder.path, 'real.csv'), path.join(folder.path, 'in.csv'));
    expect(await failures(folder)).toEqual([
      failed('out.csv', 'leads out of the folder'),
      failed('outdir', 'leads out of the folder'),
    ]);
    const { receipts } = await readAll(exportsConnector, exportsSession(folder.path, { systems: [] }));
    expect(receipts.map(({ object }) => object)).not.toContain('in.csv');
  });

  it('an XLSX with a password, and one that is damaged', async () => {
    const book = await workbookOf({ one: [['Name'], ['Ann']] });
    await using folder = await exportsFolder({
      'a.xlsx': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
      'b.xlsx': book.subarray(0, book.length >> 1),
      'c.xlsx': await zipOf({ mimetype: 'application/x' }),
      'd.xlsx': 'Name\nAnn\n',
    });
    expect(await failures(folder)).toEqual([
      failed('a.xlsx', 'locked with a password'),
      failed('b.xlsx', 'damaged'),
      failed('c.xlsx', 'no workbook'),
      failed('d.xlsx', 'no workbook'),
    ]);
  });

  it('a workbook whose sheet is broken off in the middle, without quoting it (law 1)', async () => {
    const sheet = '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>canary';
    await using folder = await exportsFolder({
      'a.xlsx': await zipOf({
        'xl/workbook.xml': '<workbook><sheets><sheet name="x" sheetId="1" r:id="r1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': sheet,
      }),
    });
    const refused = await failures(folder);
    expect(refused).toEqual([failed('a.xlsx', 'damaged')]);
    expect(inspect(refused)).not.toContain('canary');
  });

  it('a file and a folder that may not be opened', async () => {
    await using folder = await exportsFolder({ 'a.csv': healthy, 'closed/b.csv': healthy, 'c.xlsx': 'x' });
    await chmod(folder.path, 0o755);
    for (const name of ['a.csv', 'closed', 'c.xlsx']) await chmod(path.join(folder.path, name), 0o000);
    await folder.add('healthy.csv', healthy);
    try {
      const { facts, receipts } = await asNobody(() =>
        readAll(exportsConnector, exportsSession(folder.path, { systems: [] })),
      );
      expect(recordsOf(facts).map(({ object }) => object)).toEqual(['healthy.csv']);
      expect(receipts.filter(({ status }) => status === 'failed')).toMatchObject([
        failed('a.csv', 'not allowed to open it'),
        failed('c.xlsx', 'not allowed to open it'),
        failed('closed', 'not allowed to open this folder'),
      ]);
    } finally {
      await chmod(path.join(folder.path, 'closed'), 0o755);
    }
  });

  it('a folder that is missing', async () => {
    const session = exportsSession('/nowhere/at/all');
    await expect(exportsConnector.identify(session)).rejects.toThrow(UserActionError);
    await expect(readAll(exportsConnector, session)).rejects.toMatchObject({
      step: expect.stringMatching('path'),
    });
  });

  it('files of another kind, which are no failure', async () => {
    await using folder = await exportsFolder({
      'read me.pdf': 'x',
      'old.xls': 'x',
      '.hidden.csv': '',
      '~$a.xlsx': '',
    });
    expect(await failures(folder)).toEqual([]);
    const session = exportsSession(folder.path, { files: { 'old.xls': 'books', 'read me.pdf': 'books' } });
    const { receipts } = await readAll(exportsConnector, session);
    const passedOver = receipts.filter(({ reason }) => reason?.includes('of this kind'));
    expect(passedOver.map(({ object, source, status }) => [object, source.system, status])).toEqual([
      ['old.xls', 'books', 'unsupported'],
      ['read me.pdf', 'unclaimed', 'unsupported'],
    ]);
  });
});

/** Root may open everything, so the reading is done as somebody else; nothing to do for a person. */
async function asNobody<T>(read: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return read();
  process.seteuid?.(65_534);
  try {
    return await read();
  } finally {
    process.seteuid?.(0);
  }
}

/** Writes another name, of the same length, over one in a zip. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

/** Writes another unpacked size into the central directory of a zip with one member. */
function declaring(zip: Buffer, bytes: number): Buffer {
  const changed = Buffer.from(zip);
  changed.writeUInt32LE(bytes, changed.indexOf('504b0102', 0, 'hex') + 24);
  return changed;
}
