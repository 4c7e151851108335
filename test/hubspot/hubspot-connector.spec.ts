import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import { hubspotConnector } from '#connectors/hubspot/hubspot.connector.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { askedRights } from '#connectors/kit/oauth/asked-rights.js';
import { describeVendorConnector } from '#connectors/testing/describe-vendor-connector.js';
import { fieldsOf, peopleOf, readAll, type ReadResult, recordsOf } from '#connectors/testing/read-all.js';
import { type HubspotAccount, hubspotAccount, keyCredential } from './hubspot-account.js';

let takeAway: () => void;
beforeAll(() => {
  takeAway = installChokePoints();
});
afterAll(() => takeAway());

describeVendorConnector('HubSpot', {
  connector: hubspotConnector,
  trials: {
    "the bakery's account": async (signal) => {
      const account = await hubspotAccount({ size: 50 });
      const { lastName, email } = account.vendors.bakery.customer(2);
      return {
        session: account.session({ signal }),
        reordered: account.session({ signal }),
        canaries: [lastName, email ?? lastName],
        [Symbol.asyncDispose]: () => account[Symbol.asyncDispose](),
      };
    },
  },
  failures: {},
});

const COMPLETE = [
  'contact.fields complete',
  'contact.records complete',
  'company.fields complete',
  'company.records complete',
  'deal.fields complete',
  'deal.records complete',
  '.people complete',
  '.apps complete',
];

function told({ receipts }: ReadResult): readonly string[] {
  return receipts.map(({ object = '', capability, status }) => `${object}.${capability} ${status}`);
}

async function withAccount<T>(use: (account: HubspotAccount) => Promise<T>, size = 60): Promise<T> {
  await using account = await hubspotAccount({ size });
  return await use(account);
}

function scan(account: HubspotAccount, settings: Parameters<HubspotAccount['session']>[0] = {}) {
  return readAll(hubspotConnector, account.session(settings));
}

function keyOf(account: HubspotAccount, scopes: readonly string[]) {
  return { credential: keyCredential(account.vendors.hubspot.issueKey(scopes).text) };
}

describe('the simulated HubSpot, read', () => {
  it('is complete, with every contact once and every deleted one as a tombstone', () =>
    withAccount(async (account) => {
      const result = await scan(account);
      expect(told(result)).toEqual(COMPLETE);
      const contacts = recordsOf(result.facts).filter(({ object }) => object === 'contact');
      const isTombstone = (fact: (typeof contacts)[number]) =>
        fact.fields.some(({ name }) => name === 'record.archived');
      const count = (facts: typeof contacts) => facts.reduce((sum, { rows }) => sum + rows.length, 0);
      expect(count(contacts.filter((fact) => !isTombstone(fact)))).toBe(account.vendors.bakery.size);
      expect(count(contacts.filter(isTombstone))).toBe(account.vendors.bakery.formerCount);
    }));

  it('is asked by reads only, and for nothing beyond the rights of the data sheet (law 3)', () =>
    withAccount(async (account) => {
      const { needed, optional } = askedRights(hubspotConnector);
      expect(told(await scan(account, keyOf(account, [...needed, ...optional])))).toEqual(COMPLETE);
      for (const { method, path, host, status } of account.vendors.exchanges) {
        expect([host, status === 403]).toEqual(['api.hubapi.com', false]);
        if (method !== 'GET')
          expect([method, path]).toEqual(['POST', expect.stringMatching(/\/(search|batch\/read)$/u)]);
      }
    }));

  it.each(askedRights(hubspotConnector).needed.filter((scope) => scope !== 'oauth'))(
    'without %s loses what that right is for, and nothing else',
    (missing) =>
      withAccount(async (account) => {
        const { needed, optional } = askedRights(hubspotConnector);
        const scopes = [...needed, ...optional].filter((scope) => scope !== missing);
        const result = await scan(account, keyOf(account, scopes));
        const lost = result.receipts.filter(({ status }) => status !== 'complete');
        expect(lost.length).toBeGreaterThan(0);
        for (const receipt of lost) {
          expect(receipt).toMatchObject({
            actor: 'user',
            scope: missing,
            step: expect.stringContaining(missing),
          });
        }
        const lostNames = lost.map(({ object = '', capability }) => `${object}.${capability}`);
        expect(told(result).filter((one) => one.endsWith(' complete'))).toEqual(
          COMPLETE.filter((one) => !lostNames.some((name) => one === `${name} complete`)),
        );
        expect(new Set(lost.map(({ object }) => object)).size).toBe(1);
      }),
  );

  it('with the needed rights alone says where apps are to be looked up, and nobody has logged in', () =>
    withAccount(async (account) => {
      const result = await scan(account, keyOf(account, askedRights(hubspotConnector).needed));
      expect(told(result)).toEqual([...COMPLETE.slice(0, -1), '.apps unsupported']);
      expect(result.receipts.at(-1)?.step).toContain('Connected apps');
      expect(peopleOf(result.facts).some(({ lastLogin }) => lastLogin !== undefined)).toBe(false);
    }));

  it('tells sensitive properties by name, and counts them only with their right', () =>
    withAccount(async (account) => {
      account.vendors.hubspot.setCondition('enterprise');
      const { needed, optional } = askedRights(hubspotConnector);
      const allergies = ({ facts }: ReadResult) =>
        fieldsOf(facts).find(({ name }) => name === 'dietary_allergies');
      const without = await scan(account, keyOf(account, needed));
      expect(allergies(without)).toMatchObject({ unread: true, custom: true });
      expect(without.receipts.find(({ object }) => object?.startsWith('sensitive'))).toMatchObject({
        status: 'unsupported',
        scope: 'crm.objects.contacts.sensitive.read',
      });
      const having = await scan(account, keyOf(account, [...needed, ...optional]));
      expect(allergies(having)).not.toHaveProperty('unread');
      expect(told(having)).toEqual(COMPLETE);
    }));

  it('gives what the policy names, though the data sheet says that it holds nothing personal', () =>
    withAccount(async (account) => {
      const { facts } = await scan(account, { alsoRead: ['Lifecycle Stage'] });
      const named = fieldsOf(facts).find(
        ({ name, object }) => name === 'lifecyclestage' && object === 'contact',
      );
      expect(named).not.toHaveProperty('unread');
    }));

  it('goes on with a new token where the old one ends in mid-scan', () =>
    withAccount(async (account) => {
      const { needed, optional } = askedRights(hubspotConnector);
      const clean = await scan(account);
      const { access } = account.vendors.hubspot.grant([...needed, ...optional]);
      account.vendors.addFault({ vendor: 'hubspot', nth: 9, do: '401' });
      let renewals = 0;
      const credential = {
        token: () => Promise.resolve(access.text),
        renewed: () => {
          renewals += 1;
          return Promise.resolve(account.vendors.hubspot.grant([...needed, ...optional]).access.text);
        },
      };
      const result = await scan(account, { credential });
      expect([renewals, told(result)]).toEqual([1, COMPLETE]);
      expect(result.facts.length).toBe(clean.facts.length);
    }));

  it('says for everything that the login is lost where the key was revoked in mid-scan', () =>
    withAccount(async (account) => {
      account.vendors.addFault({ vendor: 'hubspot', nth: 12, do: 'revoke' });
      const { receipts } = await scan(account);
      const refused = receipts.filter(({ status }) => status !== 'complete');
      expect(refused.length).toBeGreaterThanOrEqual(5);
      for (const receipt of refused) {
        expect(receipt).toMatchObject({
          // What was begun stays read in part.
          status: expect.stringMatching(/^(denied|partial)$/u),
          actor: 'user',
          step: expect.stringMatching(/again/u),
        });
      }
    }));

  it('says for everything that nobody knows whose account it is', () =>
    withAccount(async (account) => {
      account.vendors.addFault({ vendor: 'hubspot', path: /details$/u, do: '403' });
      const { facts, receipts } = await scan(account);
      expect(facts).toEqual([]);
      expect(receipts).toHaveLength(8);
      for (const receipt of receipts) expect(receipt).toMatchObject({ status: 'denied', actor: 'user' });
    }));

  it('reads the security log on from where the last scan ended', () =>
    withAccount(async (account) => {
      const first = await scan(account);
      account.vendors.clearExchanges();
      const second = await scan(account, { before: account.kept.memory });
      const asked = account.vendors.exchanges.find(({ path }) => path.endsWith('/security'));
      expect(asked?.query.map(([name]) => name)).toEqual(['limit', 'fromTimestamp']);
      expect(comparable(second.facts)).toEqual(comparable(first.facts));
    }));
});

function comparable(facts: readonly (Fact | Receipt)[]): readonly string[] {
  return facts.map((fact) => JSON.stringify(fact)).toSorted();
}

describe('a HubSpot account with 900 properties of contacts', () => {
  it('is read whole: every property told, its values counted, each contact once', async () => {
    await using account = await hubspotAccount({ size: 250, hubspot: { properties: 900 } });
    const result = await scan(account);
    expect(told(result)).toEqual(COMPLETE);
    expect(fieldsOf(result.facts).filter(({ object }) => object === 'contact').length).toBeGreaterThanOrEqual(
      900,
    );
    const last = valuesOf(result, 'wish_500');
    expect(last.rows).toBe(250);
    expect(last.filled).toBe(
      Array.from({ length: 250 }, (_, person) => person).filter((person) => (person + 500) % 3 === 0).length,
    );
  });
});

/** How many contacts were read with this property, and how many of them have a value. */
function valuesOf(
  { facts }: ReadResult,
  property: string,
): { readonly rows: number; readonly filled: number } {
  const cells = recordsOf(facts)
    .filter(({ object, fields }) => object === 'contact' && fields.some(({ name }) => name === property))
    .flatMap(({ fields, rows }) => {
      const at = fields.findIndex(({ name }) => name === property);
      return rows.map((row) => row[at] ?? '');
    });
  return { rows: cells.length, filled: cells.filter((cell) => cell !== '').length };
}
