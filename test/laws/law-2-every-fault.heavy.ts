import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { type AnyVendorConnector, vendorConnectors } from '#connectors/registry.js';
import { Random } from '#scanner/example/random.js';
import type { Fault } from '../vendors/core/fault.js';
import type { VendorId } from '../vendors/core/simulated-vendor.js';
import { REALM_ID } from '../vendors/quickbooks/quickbooks-ids.js';
import { type AnyAccount, anyAccount, type SecondScan } from './any-account.js';
import { type Endpoint, endpointsOf, namesIn } from './asked-endpoints.js';

/** Another seed tries other places; PLUMBLINE_SWEEP=all tries every fault in every place, which takes five times as long. */
const SEED = Number(process.env['PLUMBLINE_SEED'] ?? 20261124);
const IS_WHOLE = process.env['PLUMBLINE_SWEEP'] === 'all';

/** Each breaks every endpoint that a scan asks, alone. */
const FAULTS: readonly Fault[] = [
  '429',
  '429-retry-after',
  { tooManyForSeconds: 7200 },
  '401',
  'revoke',
  '403',
  '5xx',
  'html',
  'empty',
  'truncated',
  'reset-midway',
  'reset',
  'repeat-page',
  'skip-page',
];
/** Given up only after a while: tried at some of the endpoints. */
const SLOW: readonly Fault[] = ['slow-drip', 'hang'];
/** Those that also come in the middle of a list, once. */
const ONCE: readonly Fault[] = ['401', 'revoke', '5xx', 'truncated', 'repeat-page', 'skip-page'];
/** A token that is not taken is taken nowhere. */
const OF_THE_WHOLE_ACCOUNT: ReadonlySet<Fault> = new Set<Fault>(['401', 'revoke']);

interface Swept {
  readonly vendor: VendorId;
  readonly connector: string;
  readonly conditions?: readonly string[];
  /** What is known of the account before anything is read. */
  readonly known?: SecondScan;
  /** Without it nobody knows whose account it is. */
  readonly account: RegExp;
  /** Which resources an endpoint feeds, by its path; everything else must not notice. */
  readonly feeds: readonly (readonly [endpoint: RegExp, resources: RegExp])[];
  /** Resources that know less of their records where others could not be read. */
  readonly leans?: readonly (readonly [resource: string, on: readonly string[]])[];
}

const SWEPT: readonly Swept[] = [
  {
    vendor: 'hubspot',
    connector: 'hubspot',
    account: /\/details$/u,
    feeds: [
      [/\/contacts(\/|$)/u, /^contact\./u],
      [/\/companies(\/|$)/u, /^company\./u],
      [/\/(deals|0-3)(\/|$)/u, /^deal\./u],
      [/\/(users|owners)\/|\/activity\/login$/u, /^\.people$/u],
      [/\/activity\/security$/u, /^\.apps$/u],
    ],
  },
  {
    vendor: 'google',
    connector: 'google-workspace',
    account: /^$/u,
    feeds: [
      [/\/people\//u, /^contact\./u],
      [/\/drive\/|\/spreadsheets\/|\/domains$/u, /^\.files$/u],
      [/\/reports\//u, /^\.apps$/u],
      // Whose account it is, is asked where people are.
      [/\/users$/u, /./u],
      [/\/groups\//u, /^\.(people|files)$/u],
      [/\/directory\//u, /^\.(people|apps)$/u],
    ],
  },
  {
    vendor: 'quickbooks',
    connector: 'quickbooks',
    conditions: ['enhanced-custom-fields'],
    known: { account: REALM_ID },
    account: /\/companyinfo\//u,
    feeds: [
      [/ from customer$|\/customer\//u, /^customer\./u],
      [/ from (invoice|salesreceipt|creditmemo|refundreceipt|payment)$/u, /^sale\./u],
      [/ from (vendor|bill|purchase)$/u, /^\.payees$/u],
      [/\/preferences$/u, /^sale\.fields$/u],
    ],
    leans: [
      ['customer.records', ['customer.fields']],
      ['sale.records', ['sale.fields', 'customer.records']],
    ],
  },
  {
    vendor: 'mailchimp',
    connector: 'mailchimp',
    account: /^\/$|\/metadata$|\/3\.0\/?$/u,
    feeds: [
      [/\/members$/u, /^member\.records$/u],
      [/\/(merge-fields|interest-categories)(\/|$)|\/interests$/u, /^member\./u],
      [/\/(authorized-apps|connected-sites|webhooks)$/u, /^\.apps$/u],
    ],
    leans: [['member.records', ['member.fields']]],
  },
];

interface Told {
  readonly facts: ReadonlyMap<string, readonly string[]>;
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly text: string;
}

describe.each(SWEPT)(
  '$connector, broken in every place',
  ({ vendor, connector: id, conditions = [], known: given = {}, account: whose, feeds, leans = [] }) => {
    const connector = vendorConnectors.find((one) => one.id === id);
    if (connector === undefined) throw new Error(`There is no connector ${id}.`);
    let takeGuardAway: () => void;
    let account: AnyAccount;
    /** What was found out when it was connected and scanned before. */
    let known: SecondScan;
    let clean: Told;
    let endpoints: readonly Endpoint[];
    let canaries: readonly string[];

    beforeAll(async () => {
      takeGuardAway = installChokePoints();
      account = await anyAccount(connector, vendor, conditions);
      const [source] = await connector.identify(account.session(given));
      known = { ...given, ...(source && { account: source.account }) };
      await toldBy(connector, account.session(known));
      known = { ...known, before: account.kept.memory };
      account.vendors.clearExchanges();
      clean = await toldBy(connector, account.session(known));
      endpoints = endpointsOf(account.vendors.exchanges);
      const { email, phone } = account.vendors.bakery.customer(4);
      canaries = [email, phone].flatMap((value) => value?.toLowerCase() ?? []);
    });
    afterAll(async () => {
      await account[Symbol.asyncDispose]();
      takeGuardAway();
    });

    async function broken(
      { path, query }: Endpoint,
      fault: Fault,
      when: { readonly nth?: number },
      speed = 20,
    ): Promise<Told> {
      account.vendors.clearFaults();
      account.vendors.addFault({ vendor, path, ...(query && { query }), do: fault, ...when });
      return toldBy(connector as AnyVendorConnector, account.session({ ...known, speed }));
    }

    function expectHonest(told: Told, where: string): void {
      for (const [resource, expected] of clean.receipts) {
        const receipt = told.receipts.get(resource);
        const at = `${where}: ${resource}`;
        expect([at, receipt === undefined]).toEqual([at, false]);
        if (receipt?.status === 'complete') {
          expect([at, expected.status]).toEqual([at, 'complete']);
          expect([at, differences(told, clean, resource, isLeft(told, resource))]).toEqual([at, []]);
          continue;
        }
        expect([at, receipt?.actor, receipt?.step, receipt?.reason]).toEqual([
          at,
          expect.stringMatching(/^(user|vendor|us)$/u),
          expect.stringMatching(/\.$/u),
          expect.any(String),
        ]);
        // Less than everything, and nothing that is not there.
        const there = new Set(identitiesIn(clean, resource));
        expect([at, identitiesIn(told, resource).filter((one) => !there.has(one))]).toEqual([at, []]);
      }
      for (const canary of [...canaries, account.token().toLowerCase()])
        expect([where, told.text.includes(canary)]).toEqual([where, false]);
    }

    /** What it leans on is not there. */
    function isLeft(told: Told, resource: string): boolean {
      const [, on = []] = leans.find(([one]) => one === resource) ?? [];
      return on.some((other) => told.receipts.get(other)?.status !== 'complete');
    }

    function expectRest(told: Told, { name }: Endpoint, where: string): void {
      if (whose.test(name)) return;
      const struck = feeds.find(([endpoint]) => endpoint.test(name))?.[1] ?? /./u;
      for (const [resource, { status }] of clean.receipts) {
        if (struck.test(resource)) continue;
        expect([where, resource, told.receipts.get(resource)?.status]).toEqual([where, resource, status]);
      }
    }

    it.each(FAULTS.map((fault) => [JSON.stringify(fault), fault] as const))(
      'says what happened and reads the rest under %s that stays',
      async (name, fault) => {
        for (const endpoint of tried(endpoints, name)) {
          const told = await broken(endpoint, fault, {});
          const where = `${name} at ${endpoint.name}`;
          expectHonest(told, where);
          if (!OF_THE_WHOLE_ACCOUNT.has(fault)) expectRest(told, endpoint, where);
        }
      },
    );

    it.each(SLOW.map((fault) => [JSON.stringify(fault), fault] as const))(
      'says what happened and reads the rest under %s',
      async (name, fault) => {
        for (const endpoint of endpoints.filter((_, place) => place % 4 === 1)) {
          const told = await broken(endpoint, fault, {}, 400);
          expectHonest(told, `${name} at ${endpoint.name}`);
        }
      },
    );

    it.each(ONCE.map((fault) => [JSON.stringify(fault), fault] as const))(
      'says what happened and reads the rest under %s in the middle of a list',
      async (name, fault) => {
        for (const endpoint of tried(endpoints, `one ${name}`)) {
          const told = await broken(endpoint, fault, { nth: 2 });
          const where = `one ${name} at ${endpoint.name}`;
          expectHonest(told, where);
          if (!OF_THE_WHOLE_ACCOUNT.has(fault)) expectRest(told, endpoint, where);
        }
      },
    );

    it('takes no answer in another form for an absence, whichever field it is', async () => {
      account.vendors.clearFaults();
      account.vendors.clearExchanges();
      await toldBy(connector, account.session(known));
      const { exchanges } = account.vendors;
      for (const endpoint of endpoints) {
        const names = namesIn(exchanges, endpoint);
        expect([endpoint.name, names.length === 0]).toEqual([endpoint.name, false]);
        for (const changeType of tried(names, endpoint.name, 1 / 8)) {
          const told = await broken(endpoint, { changeType }, {});
          expectHonest(told, `another type of ${changeType} at ${endpoint.name}`);
        }
      }
    });
  },
);

async function toldBy(connector: AnyVendorConnector, session: VendorSession): Promise<Told> {
  const facts = new Map<string, string[]>();
  const receipts = new Map<string, Receipt>();
  const beside: unknown[] = [];
  const items: AsyncIterable<Fact | Receipt> = connector.read(session);
  for await (const item of items) {
    if (item.kind === 'receipt') receipts.set(nameOf(item), item);
    else if (item.kind === 'records') addTo(facts, nameOf(item), rowsOf(item));
    else addTo(facts, nameOf(item), [JSON.stringify(item)]);
    if (item.kind !== 'records') beside.push(item.kind === 'file' ? { ...item, columns: null } : item);
  }
  for (const list of facts.values()) list.sort();
  return { facts, receipts, text: JSON.stringify(beside).toLowerCase() };
}

function addTo(facts: Map<string, string[]>, resource: string, more: readonly string[]): void {
  facts.set(resource, [...(facts.get(resource) ?? []), ...more]);
}

/** Apart from each other, so that the same records in other batches are the same. */
function rowsOf({ fields, rows }: Extract<Fact, { kind: 'records' }>): readonly string[] {
  return rows.map((row) => JSON.stringify(fields.map(({ name }, at) => [name, row[at]])));
}

const CAPABILITIES: Readonly<Record<string, string>> = {
  field: 'fields',
  person: 'people',
  app: 'apps',
  file: 'files',
};

function nameOf(item: Fact | Receipt): string {
  const capability = item.kind === 'receipt' ? item.capability : (CAPABILITIES[item.kind] ?? item.kind);
  return `${'object' in item ? (item.object ?? '') : ''}.${capability}`;
}

/** What is told now and was not before, or the other way round; `isCounted`: only how many of them. */
function differences(told: Told, clean: Told, resource: string, isCounted: boolean): readonly string[] {
  const now = told.facts.get(resource) ?? [];
  const before = clean.facts.get(resource) ?? [];
  if (isCounted) return now.length === before.length ? [] : [`${now.length}, not ${before.length}`];
  const [known, found] = [new Set(before), new Set(now)];
  return [...now.filter((one) => !known.has(one)), ...before.filter((one) => !found.has(one))];
}

/** What tells facts apart; of records, which are read in part with fewer fields, only how many there are. */
function identitiesIn({ facts }: Told, resource: string): readonly string[] {
  const all = facts.get(resource) ?? [];
  if (resource.endsWith('.records')) return all.map((_, place) => String(place));
  return all.map((text) => {
    const { name, identifier, id } = JSON.parse(text) as Record<string, string | undefined>;
    return name ?? identifier ?? id ?? text;
  });
}

/** A part of them, by the seed, and never nothing. */
function tried<T>(all: readonly T[], what: string, share = 1 / 3): readonly T[] {
  if (IS_WHOLE) return all;
  const random = new Random(SEED, what);
  const some = all.filter(() => random.chance(share));
  return some.length > 0 ? some : all.slice(0, 1);
}
