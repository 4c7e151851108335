import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordsFact } from '#connectors/contract/fact.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { mailchimpConnector } from '#connectors/mailchimp/mailchimp.connector.js';
import { describeVendorConnector } from '#connectors/testing/describe-vendor-connector.js';
import { appsOf, fieldsOf, readAll, type ReadResult, recordsOf } from '#connectors/testing/read-all.js';
import { type MailchimpAccount, mailchimpAccount, unrenewable } from './mailchimp-account.js';

let takeAway: () => void;
beforeAll(() => {
  takeAway = installChokePoints();
});
afterAll(() => takeAway());

describeVendorConnector('Mailchimp', {
  connector: mailchimpConnector,
  trials: {
    'an account of one audience': async (signal) => trialOf(await mailchimpAccount({ size: 60 }), signal),
    'an account of three audiences': async (signal) =>
      trialOf(await mailchimpAccount({ size: 60, mailchimp: { audiences: 3, mergeFields: 12 } }), signal),
  },
  failures: {},
});

function trialOf(account: MailchimpAccount, signal: AbortSignal) {
  const { lastName, phone } = account.vendors.bakery.customer(0);
  return {
    session: account.session({ signal }),
    canaries: [lastName, phone === null ? lastName : phone.slice(-4)],
    [Symbol.asyncDispose]: () => account[Symbol.asyncDispose](),
  };
}

const COMPLETE = [
  'member.fields complete',
  'member.records complete',
  '.people unsupported',
  '.apps complete',
];

function told({ receipts }: ReadResult): readonly string[] {
  return receipts.map(
    ({ object = '', list, capability, status }) =>
      `${object}${list === undefined ? '' : `/${list}`}.${capability} ${status}`,
  );
}

async function withAccount<T>(
  use: (account: MailchimpAccount) => Promise<T>,
  options: Parameters<typeof mailchimpAccount>[0] = { size: 60 },
): Promise<T> {
  await using account = await mailchimpAccount(options);
  return await use(account);
}

function scan(account: MailchimpAccount, settings: Parameters<MailchimpAccount['session']>[0] = {}) {
  return readAll(mailchimpConnector, account.session(settings));
}

/** Rows of one list as cells by name. */
function rowsOf({ facts }: ReadResult, list?: string): readonly Readonly<Record<string, string>>[] {
  return recordsOf(facts)
    .filter((fact: RecordsFact) => fact.list === list)
    .flatMap(({ fields, rows }) =>
      rows.map((row) => Object.fromEntries(fields.map(({ name }, at) => [name, row[at] ?? '']))),
    );
}

describe('the simulated Mailchimp, read', () => {
  it('is complete, with everybody once, archived ones too, up to today', () =>
    withAccount(
      async (account) => {
        const result = await scan(account);
        expect(told(result)).toEqual(COMPLETE);
        const members = rowsOf(result);
        expect(new Set(members.map(({ LEID }) => LEID)).size).toBe(members.length);
        expect(new Set(members.map(({ status }) => status))).toEqual(
          new Set(['subscribed', 'unsubscribed', 'cleaned', 'archived']),
        );
        expect(result.receipts[1]?.window).toEqual({ from: null, to: '2026-11-23' });
      },
      { size: 200 },
    ));

  it('says the same by a token, of which only the sign-in knows the data centre', () =>
    withAccount(async (account) => {
      const byKey = rowsOf(await scan(account));
      const { access } = account.vendors.mailchimp.grant([]);
      account.vendors.clearExchanges();
      const byToken = await scan(account, { credential: unrenewable(access.text) });
      expect(rowsOf(byToken)).toEqual(byKey);
      const asked = account.vendors.exchanges.filter(({ path }) => path === '/oauth2/metadata');
      expect(asked).toHaveLength(1);
    }));

  it('is asked by GET only, for the fields that are needed, and never for the hash of an address', () =>
    withAccount(async (account) => {
      await scan(account);
      const { exchanges } = account.vendors;
      expect(new Set(exchanges.map(({ method, status }) => `${method} ${status}`))).toEqual(
        new Set(['GET 200']),
      );
      const lists = exchanges.filter(({ path }) => /members|lists$/u.test(path));
      for (const { query } of lists) {
        const fields = query.find(([name]) => name === 'fields')?.[1].split(',') ?? [];
        expect(fields).not.toContain('members.id');
        expect(fields).toContain('total_items');
      }
    }));
});

describe('an account of twelve audiences and forty fields', () => {
  it('is read in full: each list by its name, the first by its system', () =>
    withAccount(
      async (account) => {
        const result = await scan(account);
        expect(told(result).filter((one) => !one.endsWith(' complete'))).toEqual(['.people unsupported']);
        expect(result.receipts).toHaveLength(26);
        const lists = new Set(recordsOf(result.facts).map(({ list }) => list));
        expect(lists.size).toBe(12);
        expect([lists.has(undefined), lists.has('cake club')]).toEqual([true, true]);
        // Each of the 40 beside Mailchimp's own.
        for (const list of lists) {
          const own = fieldsOf(result.facts).filter((field) => field.list === list);
          expect(own.length).toBeGreaterThan(40 + 30);
          expect(new Set(own.map(({ name }) => name)).size).toBe(own.length);
        }
        const addresses = [...lists].map((list) => new Set(rowsOf(result, list).map(({ EMAIL }) => EMAIL)));
        const inMany = rowsOf(result, 'cake club').filter(
          ({ EMAIL }) => addresses.filter((one) => one.has(EMAIL)).length >= 5,
        );
        expect(inMany.length).toBeGreaterThan(0);
      },
      { size: 60, mailchimp: { audiences: 12, mergeFields: 40 } },
    ));

  it('gives groups, consent texts and addresses as one field each', () =>
    withAccount(
      async (account) => {
        const result = await scan(account);
        const named = (name: string) => fieldsOf(result.facts).find((field) => field.name === name);
        expect(named('what do you like?')).toMatchObject({
          custom: true,
          options: ['Bread', 'Cake', 'Gluten-free'],
        });
        expect(named('ADDRESS')).toMatchObject({ custom: false, category: 'user.contact.address' });
        expect(named('email')).toMatchObject({
          type: 'marketing_permission',
          category: 'user.privacy_preferences',
        });
        const filled = (name: string) =>
          recordsOf(result.facts).flatMap(({ fields, rows }) => {
            const at = fields.findIndex((field) => field.name === name);
            return at === -1 ? [] : rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
          });
        expect(new Set(filled('what do you like?'))).toEqual(new Set(['Bread', 'Cake', 'Gluten-free']));
        expect(new Set(filled('email'))).toEqual(new Set(['true']));
        expect(filled('ADDRESS')[0]).toContain('Mill Lane, Beacon');
      },
      { size: 60, mailchimp: { audiences: 4, mergeFields: 40 } },
    ));
});

describe('a second scan', () => {
  const two = { size: 60, mailchimp: { audiences: 2 } };

  it('says the same of the same lists, and that nobody is in one that was deleted', () =>
    withAccount(async (account) => {
      const first = await scan(account);
      const memory = account.kept.memory as { readonly lists: Readonly<Record<string, string | null>> };
      expect(Object.values(memory.lists)).toEqual([null, 'cake club']);
      const before = { lists: { ...memory.lists, '0123456789': 'old friends' } };
      const second = await scan(account, { before });
      expect(told(second)).toEqual(
        told(first).toSpliced(
          4,
          0,
          'member/old friends.fields complete',
          'member/old friends.records complete',
        ),
      );
      expect(second.facts).toEqual(first.facts);
      expect(account.kept.memory).toEqual(memory);
    }, two));

  it('forgets nothing where the list of audiences can not be read', () =>
    withAccount(async (account) => {
      account.vendors.addFault({ vendor: 'mailchimp', path: /\/lists$/u, do: '5xx' });
      const result = await scan(account, { before: { lists: { a: null } } });
      expect(told(result)).toEqual([
        'member.fields failed',
        'member.records failed',
        '.people unsupported',
        '.apps failed',
      ]);
      expect(account.kept.memory).toBeNull();
    }, two));
});

describe('a large audience', () => {
  const large = { size: 3_000 };

  it('is read a thousand at a time, each once', () =>
    withAccount(async (account) => {
      const result = await scan(account);
      expect(told(result)).toEqual(COMPLETE);
      const members = rowsOf(result);
      expect(members.length).toBeGreaterThan(1_500);
      expect(new Set(members.map(({ LEID }) => LEID)).size).toBe(members.length);
    }, large));

  it('is read whole where everybody was changed in the same second', () =>
    withAccount(async (account) => {
      const clean = rowsOf(await scan(account)).length;
      account.vendors.mailchimp.setCondition('one-import');
      const result = await scan(account);
      expect(told(result)).toEqual(COMPLETE);
      expect(rowsOf(result)).toHaveLength(clean);
    }, large));

  it.each(['member-edited', 'member-archived', 'member-deleted', 'member-joined'])(
    'misses nobody where a %s between two pages',
    (change) =>
      withAccount(async (account) => {
        const { vendors } = account;
        const clean = new Set(rowsOf(await scan(account)).map(({ LEID }) => LEID));
        vendors.addFault({ vendor: 'mailchimp', path: /members$/u, every: 3, times: 4, do: { change } });
        const result = await scan(account);
        expect(told(result)).toEqual(COMPLETE);
        const members = rowsOf(result).map(({ LEID }) => LEID);
        expect(new Set(members).size).toBe(members.length);
        const missing = [...clean].filter((id) => !members.includes(id));
        // Whoever was deleted for good may be met before or not.
        expect(missing.length).toBeLessThanOrEqual(change === 'member-deleted' ? 4 : 0);
      }, large),
  );
});

describe('a login that may not see everything', () => {
  it.each([
    ['viewer', ['member.fields denied', 'member.records denied', '.people unsupported', '.apps denied']],
    ['author', ['member.fields denied', 'member.records denied', '.people unsupported', '.apps denied']],
    ['manager', ['member.fields complete', 'member.records complete', '.people unsupported', '.apps denied']],
    ['admin', COMPLETE],
  ])('is told: %s', (level, expected) =>
    withAccount(async (account) => {
      account.vendors.mailchimp.setCondition(level);
      const result = await scan(account);
      expect(told(result)).toEqual(expected);
      for (const { status, step } of result.receipts.filter(({ status: one }) => one === 'denied'))
        expect([status, step]).toEqual(['denied', expect.stringContaining('owner or admin')]);
    }),
  );

  it('is told where Mailchimp switched the account off', () =>
    withAccount(async (account) => {
      account.vendors.mailchimp.setCondition('user-disabled');
      const { receipts, facts } = await scan(account);
      expect(facts).toEqual([]);
      expect(receipts.filter(({ status }) => status === 'denied')).toHaveLength(3);
    }));

  it('asks nothing more of a key that is not taken', () =>
    withAccount(async (account) => {
      const result = await scan(account, { credential: unrenewable('0123456789abcdef0123456789abcdef-us6') });
      expect(told(result)).toEqual([
        'member.fields denied',
        'member.records denied',
        '.people unsupported',
        '.apps denied',
      ]);
      expect(account.vendors.exchanges.length).toBeLessThanOrEqual(2);
    }));
});

describe('what is connected', () => {
  it('is told by name, whoever connected Plumbline too', () =>
    withAccount(async (account) => {
      account.vendors.mailchimp.grant([]);
      const apps = appsOf((await scan(account)).facts);
      expect(apps.find(({ name }) => name === 'Plumbline')).toMatchObject({ users: 1, scopes: [] });
    }));
});
