import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fact } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { quickbooksConnector } from '#connectors/quickbooks/quickbooks.connector.js';
import { readAll, type ReadResult } from '#connectors/testing/read-all.js';
import { jsonAnswer } from '../vendors/core/simulated-answer.js';
import type { Fault } from '../vendors/core/fault.js';
import { type QuickbooksAccount, quickbooksAccount } from './quickbooks-account.js';

/** Every resource with the requests that feed it alone. */
const RESOURCES: Readonly<Record<string, RegExp | null>> = {
  'customer.fields': /\/customer\/\d+$/u,
  // Queries differ by their statement, not by their path: struck one by one below.
  'customer.records': null,
  'sale.fields': /\/preferences$/u,
  'sale.records': null,
  '.payees': null,
};

const CAPABILITIES = {
  field: 'fields',
  records: 'records',
  person: 'people',
  app: 'apps',
  file: 'files',
  payee: 'payees',
} as const;

let takeAway: () => void;
let account: QuickbooksAccount;
let clean: ReadResult;
let canaries: readonly string[];

beforeAll(async () => {
  takeAway = installChokePoints();
  account = await quickbooksAccount({ size: 60, enforceLimits: false });
  account.vendors.quickbooks.setCondition('enhanced-custom-fields');
  clean = await scan();
  const { lastName, phone } = account.vendors.bakery.customer(4);
  canaries = [lastName, phone?.slice(-7) ?? lastName];
});
afterAll(async () => {
  await account[Symbol.asyncDispose]();
  takeAway();
});
beforeEach(() => account.vendors.clearFaults());

function scan(): Promise<ReadResult> {
  return readAll(quickbooksConnector, account.session());
}

function nameOf(item: Fact | Receipt): string {
  const capability = item.kind === 'receipt' ? item.capability : CAPABILITIES[item.kind];
  return `${'object' in item ? (item.object ?? '') : ''}.${capability}`;
}

/** Rows apart, so that the same records in other batches are the same. */
function factsOf(
  { facts }: ReadResult,
  resource: string,
  left: ReadonlySet<string> = new Set(),
): readonly string[] {
  return facts
    .filter((fact) => nameOf(fact) === resource)
    .flatMap((fact) =>
      fact.kind === 'records'
        ? fact.rows.map((row) =>
            JSON.stringify(fact.fields.flatMap(({ name }, at) => (left.has(name) ? [] : [[name, row[at]]]))),
          )
        : [JSON.stringify(fact)],
    )
    .toSorted();
}

function receiptOf({ receipts }: ReadResult, resource: string): Receipt | undefined {
  return receipts.find((receipt) => nameOf(receipt) === resource);
}

/** A window ends with the scan, and the vendors' clock went on meanwhile: every pause that a fault costs moves it. */
function withoutEnd(receipt: Receipt | undefined): unknown {
  const window = receipt?.window;
  return { ...receipt, window: window && { ...window, to: 'the day of the scan' } };
}

/** Complete means: nothing is missing and nothing invented. Anything else says who must act, and quotes nothing. */
function expectHonest(result: ReadResult): void {
  for (const resource of Object.keys(RESOURCES)) {
    const receipt = receiptOf(result, resource);
    if (receipt?.status === 'complete') {
      // Without customers nobody knows who stands below whom; the names of sales tell the join all the same.
      const isRolledUp = receiptOf(result, 'customer.records')?.status === 'complete';
      // Nor what stands in custom fields whose names are not known.
      const isNamed = receiptOf(result, 'sale.fields')?.status === 'complete';
      const left = new Set([
        ...(isRolledUp ? [] : ['RootCustomerRef']),
        ...(isNamed ? [] : ['CustomField', 'cake inscription']),
      ]);
      // Which custom fields customers have is part of both resources of theirs.
      const isWhole = receiptOf(result, 'customer.fields')?.status === 'complete';
      if (isWhole || resource !== 'customer.records')
        expect(factsOf(result, resource, left)).toEqual(factsOf(clean, resource, left));
      expect(withoutEnd(receipt)).toEqual(withoutEnd(receiptOf(clean, resource)));
    } else {
      expect(receipt).toMatchObject({
        actor: expect.stringMatching(/^(user|vendor|us)$/u),
        step: expect.any(String),
      });
    }
  }
  const told = inspect([result.receipts, result.facts.filter(({ kind }) => kind !== 'records')], {
    depth: null,
    showHidden: true,
  });
  for (const canary of [...canaries, ...account.tokens]) expect(told).not.toContain(canary);
}

const businessFault = (status: number, code: string): Fault => ({
  answer: jsonAnswer(
    { Fault: { Error: [{ Message: 'canary', Detail: 'canary', code }], type: 'SystemFault' }, time: '' },
    { status },
  ),
});

describe('a fault that passes', () => {
  it.each<Fault>(['429', '429-retry-after', '5xx', 'truncated', 'reset-midway', 'reset', 'html', 'empty'])(
    '%s costs time and nothing else',
    async (fault) => {
      account.vendors.addFault({ vendor: 'quickbooks', every: 7, do: fault });
      const result = await scan();
      expectHonest(result);
      expect(result.receipts).toEqual(clean.receipts);
    },
  );

  it('with status 200 and a Fault inside costs time and nothing else', async () => {
    account.vendors.addFault({ vendor: 'quickbooks', every: 5, do: businessFault(200, '10000') });
    const result = await scan();
    expectHonest(result);
    expect(result.receipts).toEqual(clean.receipts);
  });
});

const STAYING: readonly Fault[] = [
  '429',
  '401',
  '403',
  '5xx',
  'html',
  'truncated',
  businessFault(200, '120'),
  businessFault(200, '9999'),
  businessFault(400, '6190'),
];

describe.each(STAYING)('%j that stays', (fault) => {
  it.each(['customer.fields', 'sale.fields'])('costs %s, and nothing else', async (struck) => {
    const path = RESOURCES[struck];
    if (path) account.vendors.addFault({ vendor: 'quickbooks', path, do: fault });
    const result = await scan();
    expectHonest(result);
    // A token that is not taken is not taken anywhere. A limit is one of the whole company, but where only one question is
    // held back, the others are asked all the same.
    if (fault === '401') return;
    for (const resource of Object.keys(RESOURCES))
      expect([resource, receiptOf(result, resource)?.status === 'complete']).toEqual([
        resource,
        resource !== struck,
      ]);
  });

  it.each([1, 2, 3, 4, 7, 10, 13, 16, 20, 24])(
    'from query %s on costs what was not read yet',
    async (first) => {
      let asked = 0;
      const before = account.vendors.exchanges.filter(({ path }) => path.endsWith('/query')).length;
      for (let nth = first; nth < 60; nth += 1)
        account.vendors.addFault({ vendor: 'quickbooks', path: /\/query$/u, nth, do: fault });
      const result = await scan();
      asked = account.vendors.exchanges.filter(({ path }) => path.endsWith('/query')).length - before;
      expect(asked).toBeGreaterThanOrEqual(first);
      expectHonest(result);
      expect(receiptOf(result, first < 17 ? 'sale.records' : '.payees')?.status).not.toBe('complete');
    },
  );
});

describe('a form that changed', () => {
  it.each<readonly [field: string, struck: readonly string[]]>([
    ['QueryResponse', ['customer.fields', 'customer.records', 'sale.records']],
    ['totalCount', ['customer.records', 'sale.records']],
    ['Customer', ['customer.fields', 'customer.records']],
    ['Invoice', ['sale.records']],
    ['Payment', ['sale.records']],
    ['Vendor', ['.payees']],
    ['VendorRef', ['.payees']],
    ['Purchase', ['.payees']],
    ['Id', ['customer.fields', 'customer.records', 'sale.records']],
    ['Active', ['customer.records']],
    ['DisplayName', ['customer.records']],
    ['MetaData', ['customer.records']],
    ['MetaData.CreateTime', ['customer.records']],
    ['TxnDate', ['sale.records']],
    ['TotalAmt', ['sale.records']],
    ['SalesFormsPrefs', ['sale.fields']],
  ])('without %s is not taken for an absence', async (dropField, struck) => {
    account.vendors.addFault({
      vendor: 'quickbooks',
      do: { dropField },
      path: /\/(query|preferences|customer\/\d+)$/u,
    });
    const result = await scan();
    expectHonest(result);
    for (const resource of struck)
      expect([resource, receiptOf(result, resource)?.status]).not.toContain('complete');
  });

  it.each([
    'Id',
    'Active',
    'DisplayName',
    'PrimaryEmailAddr',
    'TxnDate',
    'TotalAmt',
    'CustomerRef',
    'ParentRef',
  ])('with another type of %s is refused, not guessed', async (changeType) => {
    account.vendors.addFault({ vendor: 'quickbooks', do: { changeType }, path: /\/(query|customer\/\d+)$/u });
    const result = await scan();
    expectHonest(result);
    expect(result.receipts.some(({ status }) => status === 'failed')).toBe(true);
  });
});
