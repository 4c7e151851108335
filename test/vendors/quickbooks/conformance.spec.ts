import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startVendors, type Vendors } from '../start-vendors.js';
import { ACCOUNTING_SCOPE, REALM_ID } from './quickbooks-ids.js';

/** Intuit's own list of members, beside the checkout on machines of makers only. */
const FOLDER = path.resolve(import.meta.dirname, '../../../../shared/vendor-apis/quickbooks');
const describeHere = existsSync(FOLDER) ? describe : describe.skip;

interface Member {
  readonly name: string;
  readonly type: string;
}
interface Published {
  readonly entities: Readonly<Record<string, readonly Member[]>>;
  readonly components: Readonly<Record<string, readonly Member[]>>;
}

/** On the wire beside what the schema lists: attributes of its XML form, and members newer than it. */
const BESIDE = new Set(['domain', 'sparse', 'status', 'IsProject', 'ClientEntityId', 'CustomField']);
type Row = Readonly<Record<string, unknown>>;
interface Answered {
  readonly QueryResponse: Readonly<Record<string, readonly Row[]>>;
  readonly CompanyInfo: Row;
  readonly Preferences: Row;
}
interface Recorded {
  readonly interactions: readonly { readonly response: { readonly body: Answered } }[];
}
interface Faults {
  readonly faults: Readonly<Record<string, { readonly body: object }>>;
}

const ENTITIES = ['Customer', 'Invoice', 'SalesReceipt', 'CreditMemo', 'RefundReceipt', 'Payment', 'Vendor'];

let vendors: Vendors;
beforeAll(async () => {
  vendors = await startVendors({ size: 120, speed: 0, vendors: ['quickbooks'], enforceLimits: false });
});
afterAll(async () => vendors[Symbol.asyncDispose]());

async function answerOf(below: string): Promise<Answered> {
  const { access } = vendors.quickbooks.grant([ACCOUNTING_SCOPE]);
  const answer = await fetch(`${vendors.quickbooks.origin}/v3/company/${REALM_ID}${below}`, {
    headers: { authorization: `Bearer ${access.text}` },
  });
  return (await answer.json()) as Answered;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));
}

describeHere('what Intuit publishes', () => {
  it.each(ENTITIES)('knows every member of a simulated %s, and its type', async (entity) => {
    const { entities, components } = read('entity-fields.json') as Published;
    const { QueryResponse } = await answerOf(`/query?query=select * from ${entity} maxresults 1000`);
    const problems = new Set<string>();
    for (const record of QueryResponse[entity] ?? [])
      check(record, entities[entity] ?? [], components, entity, problems);
    expect([...problems]).toEqual([]);
  });

  it('knows the members of the company and the preferences', async () => {
    const { entities, components } = read('entity-fields.json') as Published;
    const problems = new Set<string>();
    const { CompanyInfo } = await answerOf(`/companyinfo/${REALM_ID}`);
    check(CompanyInfo, entities['CompanyInfo'] ?? [], components, 'CompanyInfo', problems);
    const { Preferences } = await answerOf('/preferences');
    check(Preferences, entities['Preferences'] ?? [], components, 'Preferences', problems);
    expect([...problems]).toEqual([]);
  });

  it.each([
    ['recorded/all-customers.json', 'select * from Customer', 'Customer'],
    ['recorded/all-sales_receipts.json', 'select * from SalesReceipt', 'SalesReceipt'],
  ])('was recorded in %s in the same shape', async (file, statement, entity) => {
    const recorded = (read(`samples/${file}`) as Recorded).interactions
      .map(({ response }) => response.body)
      .find((body) => body.QueryResponse[entity] !== undefined);
    if (recorded === undefined) throw new Error('It was not recorded.');
    const simulated = await answerOf(`/query?query=${statement}`);
    expect(Object.keys(simulated)).toEqual(Object.keys(recorded));
    expect(Object.keys(simulated.QueryResponse)).toEqual(Object.keys(recorded.QueryResponse));
    const kinds = kindsIn(recorded.QueryResponse[entity] ?? []);
    for (const [name, kind] of kindsIn(simulated.QueryResponse[entity] ?? [])) {
      if (kinds.has(name)) expect([name, kind]).toEqual([name, kinds.get(name)]);
    }
  });

  it.each([
    ['token_expired', '401'],
    ['bad_query_entity', 'select * from Custmoer'],
    ['not_found', '/customer/999999'],
    ['invalid_id', '/customer/1.5'],
  ])('has the error %s in the same shape', async (name, asked) => {
    const { body } = (read('samples/faults.json') as Faults).faults[name] ?? { body: {} };
    if (asked === '401') vendors.addFault({ vendor: 'quickbooks', times: 1, do: '401' });
    const simulated = await answerOf(
      asked.startsWith('/') ? asked : `/query?query=${asked === '401' ? 'select * from Customer' : asked}`,
    );
    expect(shapeOf({ time: '', ...simulated })).toEqual(shapeOf({ time: '', ...body }));
  });
});

function check(
  record: Readonly<Record<string, unknown>>,
  members: readonly Member[],
  components: Published['components'],
  place: string,
  problems: Set<string>,
): void {
  expect(members.length).toBeGreaterThan(0);
  for (const [name, value] of Object.entries(record)) {
    if (BESIDE.has(name)) continue;
    const member = members.find((one) => one.name === name);
    if (member === undefined) {
      problems.add(`${place}.${name}`);
      continue;
    }
    const isNumber = /^(decimal|int|integer|double)$/iu.test(member.type);
    if (isNumber !== (typeof value === 'number') && typeof value !== 'object')
      problems.add(`${place}.${name}: ${member.type}`);
    if ((member.type === 'boolean') !== (typeof value === 'boolean'))
      problems.add(`${place}.${name}: ${member.type}`);
    const inside = components[member.type];
    if (inside !== undefined && !Array.isArray(value) && typeof value === 'object' && value !== null) {
      check(value as Readonly<Record<string, unknown>>, inside, components, `${place}.${name}`, problems);
    }
  }
}

function kindsIn(records: readonly Readonly<Record<string, unknown>>[]): ReadonlyMap<string, string> {
  return new Map(
    records.flatMap((record) =>
      Object.entries(record).map(
        ([name, value]) => [name, Array.isArray(value) ? 'list' : typeof value] as const,
      ),
    ),
  );
}

/** Names and kinds, in their order, without values. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, one]) => [name, shapeOf(one)]),
  );
}
