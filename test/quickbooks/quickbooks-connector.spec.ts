import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordsFact } from '#connectors/contract/fact.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { quickbooksConnector } from '#connectors/quickbooks/quickbooks.connector.js';
import { describeVendorConnector } from '#connectors/testing/describe-vendor-connector.js';
import { fieldsOf, readAll, type ReadResult, recordsOf } from '#connectors/testing/read-all.js';
import { isInactiveInBooks } from '#scanner/example/cohorts.js';
import { PAYEES } from '../vendors/quickbooks/entities/payees.js';
import { type QuickbooksAccount, quickbooksAccount } from './quickbooks-account.js';

let takeAway: () => void;
beforeAll(() => {
  takeAway = installChokePoints();
});
afterAll(() => takeAway());

describeVendorConnector('QuickBooks', {
  connector: quickbooksConnector,
  trials: {
    'a whole company': async (signal) => trialOf(await books(), signal),
    'a company with custom fields of customers': async (signal) => {
      const account = await books();
      account.vendors.quickbooks.setCondition('enhanced-custom-fields');
      return trialOf(account, signal);
    },
  },
  failures: {},
});

function books(): Promise<QuickbooksAccount> {
  return quickbooksAccount({ size: 60, enforceLimits: false });
}

function trialOf(account: QuickbooksAccount, signal: AbortSignal) {
  const { lastName, phone } = account.vendors.bakery.customer(0);
  return {
    session: account.session({ signal }),
    canaries: [lastName, phone === null ? lastName : phone.slice(-4)],
    [Symbol.asyncDispose]: () => account[Symbol.asyncDispose](),
  };
}

const COMPLETE = [
  'customer.fields complete',
  'customer.records complete',
  'sale.fields complete',
  'sale.records complete',
  '.payees complete',
  '.people unsupported',
  '.apps unsupported',
];

function told({ receipts }: ReadResult): readonly string[] {
  return receipts.map(({ object = '', capability, status }) => `${object}.${capability} ${status}`);
}

async function withBooks<T>(use: (account: QuickbooksAccount) => Promise<T>, size = 60): Promise<T> {
  await using account = await quickbooksAccount({ size, enforceLimits: false });
  return await use(account);
}

/** Rows of one object as cells by name. */
function rowsOf({ facts }: ReadResult, object: string): readonly Readonly<Record<string, string>>[] {
  return recordsOf(facts)
    .filter((fact: RecordsFact) => fact.object === object)
    .flatMap(({ fields, rows }) =>
      rows.map((row) => Object.fromEntries(fields.map(({ name }, at) => [name, row[at] ?? '']))),
    );
}

function scan(account: QuickbooksAccount, settings: Parameters<QuickbooksAccount['session']>[0] = {}) {
  return readAll(quickbooksConnector, account.session(settings));
}

describe('the simulated QuickBooks, read', () => {
  it('is complete, with every customer once, inactive ones too, up to today', () =>
    withBooks(async (account) => {
      const result = await scan(account);
      expect(told(result)).toEqual(COMPLETE);
      const customers = rowsOf(result, 'customer');
      expect(new Set(customers.map(({ Id }) => Id)).size).toBe(customers.length);
      const inactive = customers.filter(({ Active }) => Active === 'false');
      const expected = Array.from({ length: 60 }, (_, index) => index).filter(isInactiveInBooks);
      expect(inactive).toHaveLength(expected.length);
      for (const { DisplayName } of inactive) expect(DisplayName).toMatch(/ \(deleted\)$/u);
      const { receipts } = result;
      expect(
        receipts.find(({ object, capability }) => object === 'sale' && capability === 'records')?.window,
      ).toEqual({
        from: null,
        to: '2026-11-23',
      });
    }));

  it('is asked by GET only, on the one host (law 3)', () =>
    withBooks(async (account) => {
      account.vendors.quickbooks.setCondition('enhanced-custom-fields');
      await scan(account);
      const asked = account.vendors.exchanges.map(({ method, path, status }) => [
        method,
        path.startsWith('/v3/company/'),
        status,
      ]);
      expect(new Set(asked.map((one) => one.join(' ')))).toEqual(new Set(['GET true 200']));
      expect(quickbooksConnector.readsByPost).toEqual([]);
    }));

  it('tells purchases, activity and nothing apart: voids, sales to nobody, the future', () =>
    withBooks(async (account) => {
      const sales = rowsOf(await scan(account), 'sale');
      expect(new Set(sales.map(({ TxnType }) => TxnType))).toEqual(
        new Set(['Invoice', 'Sales Receipt', 'Credit Memo', 'Refund Receipt', 'Payment']),
      );
      const voided = sales.filter(({ Status }) => Status === 'Voided');
      expect(voided.length).toBeGreaterThan(0);
      expect(new Set(voided.map(({ Amount }) => Amount))).toEqual(new Set(['0']));
      const toNobody = sales.filter(({ RootCustomerRef }) => RootCustomerRef === '');
      expect(toNobody.length).toBeGreaterThan(0);
      for (const { CustomerRef } of toNobody) expect(CustomerRef).toBe('');
      expect(sales.some(({ TxnDate = '' }) => TxnDate > '2026-11-23')).toBe(true);
    }));

  it('rolls sales to a sub-customer up to the customer above', () =>
    withBooks(async (account) => {
      const result = await scan(account);
      const customers = rowsOf(result, 'customer');
      const below = customers.find(({ DisplayName = '' }) => DisplayName.includes(':'));
      const above = customers.find(
        ({ DisplayName }) => DisplayName === below?.['DisplayName']?.split(':')[0],
      );
      expect(above).toBeDefined();
      expect(below?.['RootCustomerRef']).toBe(above?.['RootCustomerRef']);
      const sold = rowsOf(result, 'sale').filter(({ CustomerRef }) => CustomerRef === below?.['DisplayName']);
      expect(sold.length).toBeGreaterThan(0);
      for (const { RootCustomerRef } of sold) expect(RootCustomerRef).toBe(above?.['RootCustomerRef']);
    }));

  it('names the custom field of sales forms, and those of customers where the plan has them', () =>
    withBooks(async (account) => {
      const customs = ({ facts }: ReadResult) =>
        fieldsOf(facts)
          .filter(({ custom }) => custom)
          .map(({ object, name, label }) => `${object}.${name} ${label}`);
      expect(customs(await scan(account))).toEqual(['sale.cake inscription Cake Inscription']);
      account.vendors.quickbooks.setCondition('enhanced-custom-fields');
      const enhanced = await scan(account);
      expect(customs(enhanced)).toEqual([
        'customer.bank account Bank Account',
        'sale.cake inscription Cake Inscription',
      ]);
      expect(
        rowsOf(enhanced, 'customer').filter((row) => (row['bank account'] ?? '') !== '').length,
      ).toBeGreaterThan(0);
      expect(told(enhanced)).toEqual(COMPLETE);
    }));

  it('tells whom the business paid in 13 months, and gives nobody who was only listed', () =>
    withBooks(async (account) => {
      const { facts, receipts } = await scan(account);
      const payees = facts.filter((fact) => fact.kind === 'payee');
      expect(payees.map(({ names: [name = ''] }) => name).toSorted()).toEqual(
        PAYEES.filter(({ isActive }) => isActive !== false)
          .map(({ name }) => name)
          .toSorted(),
      );
      expect(payees.find(({ names }) => names[0] === 'Calendly LLC')).toMatchObject({
        payments: 18,
        lastPaid: '2026-11-20',
      });
      const receipt = receipts.find(({ capability }) => capability === 'payees');
      expect(receipt?.window).toEqual({ from: '2025-10-01', to: '2026-11-23' });
    }));

  it('gives what the policy names, though it holds nothing personal', () =>
    withBooks(async (account) => {
      const field = ({ facts }: ReadResult) => fieldsOf(facts).find(({ name }) => name === 'DocNumber');
      expect(field(await scan(account))).toHaveProperty('unread', true);
      expect(field(await scan(account, { alsoRead: ['docnumber'] }))).not.toHaveProperty('unread');
    }));

  it('pages past a thousand, and counts what it got', () =>
    withBooks(async (account) => {
      const result = await scan(account);
      expect(told(result)).toEqual(COMPLETE);
      const customers = rowsOf(result, 'customer');
      expect(customers.length).toBeGreaterThan(1000);
      expect(new Set(customers.map(({ Id }) => Id)).size).toBe(customers.length);
    }, 1300));

  it('reads fifteen years of sales whole: each document once, back to the first day', async () => {
    const size = { years: 15, salesAYear: 1_500 };
    await using account = await quickbooksAccount({ size: 200, enforceLimits: false, quickbooks: size });
    const result = await scan(account);
    expect(told(result)).toEqual(COMPLETE);
    const sales = rowsOf(result, 'sale');
    expect(sales.length).toBeGreaterThan(15 * 1_500);
    expect(new Set(sales.map(({ Id, Type }) => `${Type} ${Id}`)).size).toBe(sales.length);
    const days = sales.map(({ TxnDate = '' }) => TxnDate).toSorted();
    expect([days[0], days.at(-1)]).toEqual(['2007-10-20', '2026-12-28']);
  });

  it('says for everything who must act where the company can not be read', () =>
    withBooks(async (account) => {
      const nameless = await scan(account, { account: null });
      const other = await scan(account, { account: '4620816365000000000' });
      account.vendors.quickbooks.setCondition('user-lost-access');
      const lost = await scan(account);
      account.vendors.quickbooks.setCondition('subscription-ended');
      const unpaid = await scan(account);
      for (const { facts, receipts } of [nameless, other, lost, unpaid]) {
        expect(facts).toEqual([]);
        expect(receipts).toHaveLength(7);
        for (const { status, actor } of receipts.slice(0, 5))
          expect([status, actor]).toEqual(['denied', 'user']);
      }
    }));

  it('goes on with a new token where the old one ends in mid-scan', () =>
    withBooks(async (account) => {
      account.vendors.addFault({ vendor: 'quickbooks', nth: 50, do: '401' });
      expect(told(await scan(account))).toEqual(COMPLETE);
      expect(account.tokens).toHaveLength(2);
    }));
});

describe('a list that moves while it is read', () => {
  const isPage = /query$/u;

  it('is read once more, and is complete if it stands still then', () =>
    withBooks(async (account) => {
      const clean = rowsOf(await scan(account), 'customer');
      // The second page of customers comes one record too late.
      let isNext = false;
      let isMoved = false;
      const session = account.session();
      const { vendor } = session;
      const moving: typeof vendor = {
        read: async (shape, call) => {
          const answer = await vendor.read(shape, call);
          const records = (answer as { QueryResponse?: readonly unknown[] }).QueryResponse;
          if (isMoved || !Array.isArray(records)) return answer;
          if (!isNext) {
            isNext = records.length === 1000;
            return answer;
          }
          isMoved = true;
          return { ...answer, QueryResponse: records.slice(1) };
        },
      };
      const result = await readAll(quickbooksConnector, { ...session, vendor: moving });
      expect(isMoved).toBe(true);
      expect(told(result)).toEqual(COMPLETE);
      expect(rowsOf(result, 'customer').length).toBe(clean.length);
    }, 1300));

  it('is said to be short where QuickBooks counts more than it gives', () =>
    withBooks(async (account) => {
      const { vendors } = account;
      vendors.addFault({ vendor: 'quickbooks', path: isPage, do: { setField: 'totalCount', to: 900 } });
      const { receipts } = await scan(account);
      for (const { object, status, reason } of receipts.filter(({ capability }) => capability === 'records'))
        expect([object, status, reason]).toEqual([
          object,
          'partial',
          'QuickBooks left some out of its pages',
        ]);
    }));
});
