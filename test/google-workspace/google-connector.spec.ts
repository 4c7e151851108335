import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact, FileFact } from '#connectors/contract/fact.js';
import { rights } from '#connectors/google-workspace/google-rights.js';
import { googleWorkspaceConnector } from '#connectors/google-workspace/google-workspace.connector.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { describeVendorConnector } from '#connectors/testing/describe-vendor-connector.js';
import {
  appsOf,
  fieldsOf,
  peopleOf,
  readAll,
  type ReadResult,
  recordsOf,
} from '#connectors/testing/read-all.js';
import { classifyField } from '#rules/classify/classify-field.js';
import { filesOf } from '#rules/reduce/files/files.js';
import { type GoogleAccount, googleAccount, type ScanSettings, usualRights } from './google-account.js';

let takeAway: () => void;
let account: GoogleAccount;
beforeAll(async () => {
  takeAway = installChokePoints();
  account = await googleAccount({ size: 400 });
});
afterAll(async () => {
  await account[Symbol.asyncDispose]();
  takeAway();
});

describeVendorConnector('Google Workspace', {
  connector: googleWorkspaceConnector,
  trials: {
    "the bakery's Workspace": async (signal) => {
      const { lastName, email } = account.vendors.bakery.customer(0);
      return {
        session: account.session({ signal }),
        reordered: account.session({ signal }),
        canaries: [lastName, email ?? lastName],
        [Symbol.asyncDispose]: () => Promise.resolve(),
      };
    },
    'a private account': async (signal) => {
      const home = await googleAccount();
      home.vendors.google.setCondition('personal-account');
      const { lastName } = home.vendors.bakery.customer(0);
      return {
        session: home.session({ signal }),
        canaries: [lastName],
        [Symbol.asyncDispose]: () => home[Symbol.asyncDispose](),
      };
    },
  },
  failures: {},
});

const COMPLETE = [
  'contact.fields complete',
  'contact.records complete',
  '.files complete',
  '.people complete',
  '.apps complete',
];

function told({ receipts }: ReadResult): readonly string[] {
  return receipts.map(({ object = '', capability, status }) => `${object}.${capability} ${status}`);
}

function scan(settings: ScanSettings = {}, of = account): Promise<ReadResult> {
  return readAll(googleWorkspaceConnector, of.session(settings));
}

function sharedFiles({ facts }: ReadResult): readonly FileFact[] {
  return facts.filter((fact) => fact.kind === 'file');
}

const without = (...missing: readonly string[]) => usualRights.filter((right) => !missing.includes(right));

async function withAccount<T>(use: (own: GoogleAccount) => Promise<T>): Promise<T> {
  await using own = await googleAccount();
  return await use(own);
}

describe('the simulated Google Workspace, read', () => {
  it('is complete, by reads only, to the hosts of the data sheet, with the rights it asks for (law 3)', async () => {
    account.vendors.clearExchanges();
    expect(told(await scan())).toEqual(COMPLETE);
    for (const { method, host, status, path } of account.vendors.exchanges) {
      expect([method, googleWorkspaceConnector.hosts.includes(host), status]).toEqual(['GET', true, 200]);
      expect(path).not.toContain('verificationCodes');
      expect(path).not.toMatch(/\/tokens$/u);
    }
  });

  it('knows who is an administrator, in person and through a group, who is out, and who has no second factor', async () => {
    const people = new Map(peopleOf((await scan()).facts).map((person) => [person.identifier, person]));
    expect(people.get('maria@sweetcrumb.example')).toMatchObject({ role: 'Super admin', level: 'admin' });
    expect(people.get('lena@sweetcrumb.example')).toMatchObject({ role: 'Groups admin', level: 'admin' });
    // A role of their own making, given to a group that Tom is in: shown, and held against nobody (E15).
    expect(people.get('tom@sweetcrumb.example')).toMatchObject({ role: 'Report reader', level: 'unknown' });
    expect(people.get('sam@sweetcrumb.example')).toMatchObject({
      role: '',
      level: 'member',
      secondFactor: true,
    });
    expect(people.get('ben@sweetcrumb.example')).toMatchObject({ state: 'suspended' });
    expect(people.get('dana@sweetcrumb.example')).toMatchObject({ lastLogin: 'never' });
    expect([...people.values()].filter(({ secondFactor }) => secondFactor === false).length).toBeGreaterThan(
      0,
    );
  });

  it('knows of each app what it may reach, who let it in, and what it really read', async () => {
    const { facts, receipts } = await scan();
    const apps = new Map(appsOf(facts).map((app) => [app.name, app]));
    expect(apps.get('Zapier')).toMatchObject({
      scopes: ['drive', 'mail.google.com'],
      users: 2,
      reads: [
        { api: 'DRIVE', bytes: expect.any(Number) },
        { api: 'GMAIL', bytes: expect.any(Number) },
      ],
    });
    // Let in before the log begins: only the service that it uses is known.
    expect(apps.get('Crumb Calendar')?.scopes).toEqual(['Calendar']);
    expect(apps.get('Perplexity')?.scopes).toEqual(['openid', 'userinfo.email', 'userinfo.profile']);
    // Thrown out by everybody.
    expect(apps.has('DeepSeek')).toBe(false);
    expect(receipts.at(-1)?.window).toEqual({ from: '2026-05-28', to: '2026-11-23' });
  });

  it('finds the lists of customers that outsiders can open, and leaves the harmless alone', async () => {
    const result = await scan();
    const titles = new Map(sharedFiles(result).map(({ id, title }) => [id, title]));
    const lists = filesOf(sharedFiles(result), classifyField).filter(
      (file) => file.looksLike === 'customer list',
    );
    expect(lists.map(({ id, sharedWith }) => `${titles.get(id) ?? ''}: ${sharedWith}`).toSorted()).toEqual([
      'Customer list 2026: anyone with the link',
      'Newsletter drafts: anyone',
      'Wedding clients: people outside',
      'Wholesale contacts: people outside',
      'weihnachtsmarkt-kunden.csv: anyone with the link',
    ]);
    expect([...titles.values()]).not.toContain('Customer phone numbers');
    expect([...titles.values()]).not.toContain('Old customers');
    expect([...titles.values()]).not.toContain('Market stalls 2026');
  });

  it('takes nobody for an outsider whom the policy names as one of the people', async () => {
    const shared = sharedFiles(await scan({ ownAddresses: ['ruth.amsel@example.org'] }));
    const titles = shared.map(({ title }) => title);
    expect(titles).not.toContain('Wedding clients');
    expect(titles).toContain('Customer list 2026');
  });

  it('reads contacts with the names that an export has, and the fields that people made themselves', async () => {
    const big = await googleAccount({ size: 3000 });
    await using _ = big;
    const { facts, receipts } = await scan({}, big);
    const names = fieldsOf(facts).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['emails', 'phones', 'addresses', 'allergies', 'userDefined']),
    );
    const [first] = recordsOf(facts);
    expect(first?.fields.map(({ role }) => role).filter(Boolean)).toEqual(['record_id', 'email', 'phone']);
    expect(first?.rows[0]?.[0]).toMatch(/^people\/c\d+$/u);
    expect(first?.rows.some((row) => row.some((cell) => cell === 'hazelnuts'))).toBe(true);
    const read = receipts.find(({ capability }) => capability === 'records')?.read ?? 0;
    expect(recordsOf(facts).reduce((sum, { rows }) => sum + rows.length, 0)).toBe(read);
    expect(read).toBeGreaterThan(100);
  });

  it.each([
    [rights.users, ['.people denied']],
    [rights.auditLog, ['.apps denied']],
    [rights.files, ['.files denied']],
    [rights.contacts, ['contact.fields denied', 'contact.records denied']],
    [rights.adminRoles, ['.people partial']],
    [rights.groups, ['.files partial', '.people partial']],
    [rights.sheets, []],
    [rights.domains, []],
  ])('without %s loses what that right is for, and nothing else', async (missing, lost) => {
    const known = { account: 'C0bakery', rights: without(missing) };
    const result = await scan(known);
    expect(told(result).filter((one) => !one.endsWith(' complete'))).toEqual(lost);
    for (const receipt of result.receipts.filter(({ status }) => status !== 'complete')) {
      expect(receipt).toMatchObject({ actor: 'user', scope: missing });
    }
    // Where Google does not tell what it granted, it refuses, and the same is said.
    expect(told(await scan({ ...known, isGrantUnknown: true }))).toEqual(told(result));
  });

  it('opens no first row without the right for it, and goes by the names', async () => {
    account.vendors.clearExchanges();
    const files = sharedFiles(await scan({ rights: without(rights.sheets) }));
    expect(files.every(({ columns }) => columns === null)).toBe(true);
    expect(account.vendors.exchanges.filter(({ path }) => path.startsWith('/v4/'))).toEqual([]);
  });

  it('reads the list of grants itself only if the owner switched that right on', async () => {
    const result = await scan({ rights: [...usualRights, rights.appGrants] });
    expect(told(result)).toEqual(COMPLETE);
    const calendar = appsOf(result.facts).find(({ name }) => name === 'Crumb Calendar');
    expect(calendar?.scopes).not.toEqual(['Calendar']);
    expect(calendar?.reads?.[0]?.bytes).toBeGreaterThan(0);
    const alone = await scan({ rights: [...without(rights.auditLog), rights.appGrants] });
    expect(told(alone)).toEqual(COMPLETE);
    expect(appsOf(alone.facts).map(({ name }) => name)).toEqual(appsOf(result.facts).map(({ name }) => name));
  });

  it('is the private account of somebody, with what there is of it', () =>
    withAccount(async (own) => {
      own.vendors.google.setCondition('personal-account');
      const [source] = await googleWorkspaceConnector.identify(own.session());
      expect(source?.account).toMatch(/^\d+$/u);
      expect(told(await scan({}, own))).toEqual([
        ...COMPLETE.slice(0, 2),
        // Its own group of suppliers is not to be looked into.
        '.files partial',
        '.people unsupported',
        '.apps unsupported',
      ]);
    }));

  it('says to whoever is no administrator what to do', () =>
    withAccount(async (own) => {
      own.vendors.google.consent.user = 'sam@sweetcrumb.example';
      const { receipts } = await scan({}, own);
      for (const receipt of receipts.slice(-2)) {
        expect(receipt).toMatchObject({
          status: 'denied',
          actor: 'user',
          step: expect.stringContaining('as a super administrator'),
        });
      }
    }));

  it.each([
    ['admin-api-not-enabled', 'Admin SDK API', ['.people', '.apps']],
    ['drive-api-not-enabled', 'Google Drive API', ['.files']],
    ['people-api-not-enabled', 'People API', ['contact.fields', 'contact.records']],
    ['sheets-api-not-enabled', 'console.cloud.google.com/apis/library/sheets.googleapis.com', ['.files']],
  ])('with %s says where to switch it on', (condition, words, lost) =>
    withAccount(async (own) => {
      own.vendors.google.setCondition(condition);
      const { receipts } = await scan({ account: 'C0bakery' }, own);
      const refused = receipts.filter(({ status }) => status !== 'complete');
      expect(refused.map(({ object = '', capability }) => `${object}.${capability}`)).toEqual(
        expect.arrayContaining(lost),
      );
      for (const receipt of refused.filter(({ status }) => status === 'denied')) {
        expect(receipt).toMatchObject({ actor: 'user', step: expect.stringContaining('press Enable') });
      }
      expect(JSON.stringify(refused)).toContain(words);
    }),
  );

  it('says that Google did not search everywhere', () =>
    withAccount(async (own) => {
      own.vendors.google.setCondition('incomplete-search');
      expect((await scan({}, own)).receipts.find(({ capability }) => capability === 'files')).toMatchObject({
        status: 'partial',
        actor: 'vendor',
      });
    }));
});

describe('a second scan', () => {
  it('reads the log on from where the first one stood, and tells the same (law 6)', () =>
    withAccount(async (own) => {
      const first = await scan({}, own);
      own.vendors.clearExchanges();
      const second = await scan({ before: own.kept.memory }, own);
      const asked = own.vendors.exchanges.find(({ path }) => path.includes('/reports/'));
      expect(asked?.query.find(([name]) => name === 'startTime')).toEqual([
        'startTime',
        '2026-11-22T00:00:00.000Z',
      ]);
      expect(comparable(second.facts)).toEqual(comparable(first.facts));
      expect(second.receipts).toEqual(first.receipts);
      expect(JSON.stringify(own.kept.memory)).not.toContain('@');
    }));

  it('counts what was read since, and nothing twice', () =>
    withAccount(async (own) => {
      const bytes = ({ facts }: ReadResult) =>
        appsOf(facts)
          // Of this one alone the log forgets a day meanwhile, which Plumbline does not.
          .filter(({ name }) => name !== 'Crumb Calendar')
          .flatMap(({ name, reads = [] }) => reads.map((one) => `${name} ${one.api} ${one.bytes}`));
      await scan({}, own);
      own.vendors.clock.advance(9 * 3_600_000);
      await scan({ before: own.kept.memory }, own);
      own.vendors.clock.advance(5 * 3_600_000);
      const onward = await scan({ before: own.kept.memory }, own);
      expect(bytes(onward)).toEqual(bytes(await scan({}, own)));
    }));

  it('says it where the list of files left out one that outsiders could open, and is still there (law 2)', () =>
    withAccount(async (own) => {
      await scan({}, own);
      own.vendors.addFault({ vendor: 'google', path: /\/drive\/v3\/files$/u, do: { dropField: 'files' } });
      const { receipts } = await scan({ before: own.kept.memory }, own);
      expect(receipts.find(({ capability }) => capability === 'files')).toMatchObject({
        status: 'partial',
        reason: 'Google left out a part of a list',
      });
    }));
});

function comparable(facts: readonly Fact[]): readonly string[] {
  return facts.map((fact) => JSON.stringify(fact)).toSorted();
}
