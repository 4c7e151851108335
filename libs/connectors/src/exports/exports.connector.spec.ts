import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { describeConnector } from '../testing/describe-connector.js';
import { exportsFolder, workbookOf, zipOf } from '../testing/exports-folder.js';
import { exportsSession } from '../testing/exports-session.js';
import { fieldsOf, peopleOf, readAll, recordsOf } from '../testing/read-all.js';
import { exportsConnector } from './exports.connector.js';

const contacts = [
  'Record ID,First Name,Last Name,Email,Create Date,Favourite cake',
  '101,Ophelia,Quandary,ophelia.quandary@canary.example,2026-01-02 10:00,Sacher',
  '102,Barnaby,Zephyrine,barnaby@canary.example,2026-02-03 11:00,',
];
const users = [
  'Name,Email,Role / user type,Status,Billable',
  'Maria,maria@sweetcrumb.example,Primary admin,Active,Yes',
];
const member = (email: string) =>
  `Email Address,First Name,Allergies,MEMBER_RATING,OPTIN_TIME,LEID,EUID,TAGS\n${email},Ophelia,hazelnut-canary,2,2025-05-06 07:08:09,77,ab12,"""vip"""\n`;

async function bakery(order: 'as exported' | 'reordered') {
  const [header = '', ...records] = contacts;
  const rows = order === 'reordered' ? records.toReversed() : records;
  const subscribed = member('ophelia.quandary@canary.example');
  const cleaned = member('bounced@canary.example');
  const members =
    order === 'reordered'
      ? { 'b_cleaned.csv': cleaned, 'a_subscribed.csv': subscribed }
      : { 'a_subscribed.csv': subscribed, 'b_cleaned.csv': cleaned };
  return exportsFolder({
    'contacts.csv': [header, ...rows, ''].join('\r\n'),
    'users.csv': users.join('\n'),
    'audience.zip': await zipOf(members),
    'headerless/old list.csv':
      'Ophelia Quandary,ophelia.quandary@canary.example\nBarnaby Zephyrine,barnaby@canary.example\n',
    'orders.xlsx': await workbookOf({
      'Zephyrine orders': [
        ['Customer', 'Amount'],
        ['Zephyrine', 12.5],
      ],
    }),
    'damaged.csv': 'Name,Note\nZephyrine,"never closed',
  });
}

const canaries = ['ophelia.quandary@canary.example', 'Quandary', 'Zephyrine', 'hazelnut-canary'];

describeConnector('the exports connector', {
  connector: exportsConnector,
  trials: {
    'the exports of a bakery': async (signal) => {
      const [folder, other] = [await bakery('as exported'), await bakery('reordered')];
      return {
        session: exportsSession(folder.path, { signal }),
        reordered: exportsSession(other.path, { signal }),
        canaries,
        async [Symbol.asyncDispose]() {
          await folder[Symbol.asyncDispose]();
          await other[Symbol.asyncDispose]();
        },
      };
    },
  },
  failures: {
    'a folder that does not exist': async (signal) => ({
      session: exportsSession('/nowhere/at/all', { signal }),
      canaries,
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }),
    'a path that is no folder': async (signal) => {
      const folder = await exportsFolder({ 'contacts.csv': contacts.join('\n') });
      return {
        session: exportsSession(`${folder.path}/contacts.csv`, { signal }),
        canaries,
        [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
      };
    },
  },
});

describe('an error of ours in the middle of reading', () => {
  it('is handed on without what was read (law 1)', async () => {
    await using folder = await exportsFolder({ 'contacts.csv': contacts.join('\n') });
    const session = {
      ...exportsSession(folder.path),
      claim: () => {
        throw new TypeError('ophelia.quandary@canary.example is not iterable');
      },
    };
    const error: unknown = await readAll(exportsConnector, session).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ actor: 'us', details: { kind: 'TypeError' } });
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('canary');
  });
});

describe('the receipts of exports', () => {
  it('say for every capability of a system that no file was supplied (E27)', async () => {
    await using folder = await exportsFolder({});
    const { facts, receipts } = await readAll(exportsConnector, exportsSession(folder.path));
    expect(facts).toEqual([]);
    expect(receipts).toHaveLength(16);
    expect(new Set(receipts.map(({ status, reason }) => `${status} ${String(reason)}`))).toEqual(
      new Set(['unsupported not supplied']),
    );
  });

  it('do not ask a tool without a connector of its own for people and apps', async () => {
    await using folder = await exportsFolder({});
    const systems = [{ system: 'shop', connector: 'exports', account: 'exports' }] as const;
    const { receipts } = await readAll(exportsConnector, exportsSession(folder.path, { systems }));
    expect(receipts.map(({ capability, reason }) => [capability, reason])).toEqual([
      ['fields', 'not supplied'],
      ['records', 'not supplied'],
    ]);
  });

  it('are partial where the dates of a column cannot be told, and for files that the policy claims only (E36)', async () => {
    await using folder = await exportsFolder({
      'a.csv': 'Email,Date,Amount\na@x.example,03/04/2026,1.00\n',
      'b.csv': 'Email,Date,Amount\na@x.example,13/04/2026,1.00\na@x.example,04/13/2026,1.00\n',
      'c.csv': 'Email,Date,Amount\na@x.example,03/04/2026,1.00\n',
    });
    const systems = [{ system: 'shop', connector: 'exports', account: 'exports' }] as const;
    const files = { 'a.csv': 'shop', 'b.csv': 'shop' };
    const session = exportsSession(folder.path, { systems, files, country: null });
    const { facts, receipts } = await readAll(exportsConnector, session);
    expect(
      receipts
        .filter(({ capability }) => capability === 'records')
        .map(({ object, reason }) => [object, reason]),
    ).toEqual([
      ['a.csv', 'dates that can be read in two ways'],
      ['b.csv', 'dates in two orders'],
      ['c.csv', undefined],
    ]);
    expect(recordsOf(facts).flatMap(({ rows }) => rows.map((row) => row[1]))).toEqual([
      '',
      '',
      '',
      '03/04/2026',
    ]);
  });

  it('are complete for records and partial for fields where columns were chosen (E27)', async () => {
    await using folder = await exportsFolder({ 'hubspot-2026-11-20.csv': contacts.join('\n') });
    const { receipts } = await readAll(exportsConnector, exportsSession(folder.path));
    expect(receipts.filter(({ object }) => object === 'contact')).toEqual([
      expect.objectContaining({ capability: 'fields', status: 'partial', reason: 'chosen columns', read: 6 }),
      expect.objectContaining({ capability: 'records', status: 'complete', read: 2, parts: ['hubspot.csv'] }),
    ]);
  });

  it('are complete with no records for a file with a header only (E27)', async () => {
    await using folder = await exportsFolder({ 'list.csv': 'Name,E-mail,E-mail\n' });
    const { facts, receipts } = await readAll(exportsConnector, exportsSession(folder.path, { systems: [] }));
    expect(fieldsOf(facts).map(({ name, label }) => [name, label])).toEqual([
      ['name', 'Name'],
      ['e-mail', 'E-mail'],
      ['e-mail#2', 'E-mail'],
    ]);
    expect(receipts.map(({ status, read }) => [status, read])).toEqual([
      ['complete', 3],
      ['complete', 0],
    ]);
  });

  it('are partial for everything beside a file that nobody could recognise (law 2)', async () => {
    await using folder = await exportsFolder({ 'users.csv': users.join('\n'), 'what.csv': '' });
    const { receipts } = await readAll(exportsConnector, exportsSession(folder.path));
    expect(receipts).toContainEqual(
      expect.objectContaining({ capability: 'records', object: 'what.csv', status: 'failed' }),
    );
    expect(receipts).toContainEqual(
      expect.objectContaining({
        capability: 'people',
        status: 'partial',
        reason: 'a file beside it could not be read',
      }),
    );
  });

  it('fail only for their own system where a glob or the header tells whose file it was', async () => {
    await using folder = await exportsFolder({
      'users.csv': users.join('\n'),
      'orders.csv': '',
      'contacts.csv': [...contacts, '103,Only,three'].join('\n'),
    });
    const session = exportsSession(folder.path, { files: { 'orders.csv': 'books' } });
    const { facts, receipts } = await readAll(exportsConnector, session);
    const of = (system: string, capability: string) =>
      receipts.filter((receipt) => receipt.source.system === system && receipt.capability === capability);
    expect(of('books', 'records')).toMatchObject([{ status: 'failed', object: 'orders.csv' }]);
    expect(of('books', 'people')).toMatchObject([{ status: 'complete', read: 1 }]);
    expect(of('crm', 'records')).toMatchObject([{ status: 'failed', object: 'contact', read: 2 }]);
    expect(of('crm', 'records')[0]?.reason).toMatch(/^1 line has .* line 4:/);
    expect(recordsOf(facts).flatMap(({ rows }) => rows)).toHaveLength(2);
  });
});

describe('files that nobody claims (E7, E25, E26)', () => {
  it('are known by their path, and yield fields and records', async () => {
    await using folder = await exportsFolder({
      'drive/Wedding  guests.csv': 'Guest Name;  Cake\nAnn;Lemon\n',
    });
    const { facts } = await readAll(exportsConnector, exportsSession(folder.path));
    expect(
      fieldsOf(facts).map(({ source, object, name, label }) => [source.system, object, name, label]),
    ).toEqual([
      ['unclaimed', 'drive/Wedding  guests.csv', 'guest name', 'Guest Name'],
      ['unclaimed', 'drive/Wedding  guests.csv', 'cake', 'Cake'],
    ]);
  });

  it('give a receipt and no facts if they are lists of access', async () => {
    await using folder = await exportsFolder({ 'users.csv': users.join('\n') });
    const { facts, receipts } = await readAll(exportsConnector, exportsSession(folder.path, { systems: [] }));
    expect(facts).toEqual([]);
    expect(receipts).toMatchObject([{ capability: 'people', object: 'users.csv', status: 'unsupported' }]);
  });

  it('are lists of access once somebody claims them', async () => {
    await using folder = await exportsFolder({
      'who.csv': 'name,email,role\nTom,TOM@sweetcrumb.example,Viewer\n',
    });
    const session = exportsSession(folder.path, { files: { 'who.csv': 'newsletter' } });
    const { facts } = await readAll(exportsConnector, session);
    expect(peopleOf(facts)).toMatchObject([
      { identifier: 'tom@sweetcrumb.example', role: 'Viewer', level: 'viewer', state: 'active' },
    ]);
  });
});

describe('progress', () => {
  it('tells bytes and records as they are read, and ends with all of them', async () => {
    const line = 'Ann,Lemon\n';
    await using folder = await exportsFolder({
      'a.csv': `Name,Cake\n${line.repeat(100_000)}`,
      'b.zip': await zipOf({ 'x.csv': `Name,Cake\n${line.repeat(5_000)}` }),
    });
    const steps: { records: number; share: number }[] = [];
    const session = exportsSession(folder.path, {
      systems: [],
      progress: ({ records, bytes, totalBytes }) => steps.push({ records, share: bytes / totalBytes }),
    });
    await readAll(exportsConnector, session);
    expect(steps.length).toBeGreaterThan(50);
    expect(steps).toEqual(steps.toSorted((one, other) => one.records - other.records));
    expect(steps.at(-1)?.records).toBe(105_000);
    expect(steps.at(-1)?.share).toBeGreaterThan(0.98);
    expect(Math.max(...steps.map(({ share }) => share))).toBeLessThanOrEqual(1);
  });
});

describe('a caller that names nobody', () => {
  it('means the same as one that gives null', async () => {
    await using folder = await exportsFolder({
      'contacts.csv': contacts.join('\n'),
      'users.csv': users.join('\n'),
    });
    const session = exportsSession(folder.path, { systems: [] });
    const nobody = { system: 'unclaimed', connector: 'exports', account: 'exports' } as const;
    expect(await readAll(exportsConnector, { ...session, claim: () => nobody })).toEqual(
      await readAll(exportsConnector, session),
    );
  });
});
