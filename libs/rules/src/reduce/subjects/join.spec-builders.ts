import { createHmac } from 'node:crypto';
import type { ColumnRole, ConnectorId, FieldFact, RecordsFact, Source } from '#connectors/contract/fact.js';
import type { InventoryReceipt } from '../../engine/inventory.js';
import type { Measures } from '../../engine/measures.js';
import { emptyPolicy } from '../../policy/policy.spec-builders.js';
import type { Policy } from '../../policy/policy.js';
import { createSubjectJoin, type ErasureRequest } from './subject-join.js';
import type { ReadSystem } from './trigger-readings.js';

const CONNECTORS: Readonly<Record<string, ConnectorId>> = {
  crm: 'hubspot',
  newsletter: 'mailchimp',
  books: 'quickbooks',
  shop: 'exports',
};

/** HMAC-SHA-256 under a key that everybody may know. */
export function testKeyed(value: string): Uint8Array {
  return createHmac('sha256', 'a key for tests').update(value).digest();
}

export function months(count: number) {
  return { years: 0, months: count, weeks: 0, days: 0 };
}

/** A bakery with a CRM, a newsletter and books: customers 24 months, 7 years in the books; leads 12 months. */
export function joinPolicy(overrides: Partial<Policy> = {}): Policy {
  return {
    ...emptyPolicy,
    country: 'US',
    domains: ['sweetcrumb.example'],
    people: [
      { email: 'maria@sweetcrumb.example', also: ['maria.private@gmail.com'], roles: [], since: null },
    ],
    systems: new Map(
      ['crm', 'newsletter', 'books'].map((system) => [system, systemOf(connectorOf(system))] as const),
    ),
    retention: [
      {
        subjects: 'customers',
        keep: months(24),
        after: 'last_purchase',
        longer: [{ system: 'books', keep: months(84), because: 'tax records' }],
      },
      { subjects: 'leads', keep: months(12), after: 'last_activity', longer: [] },
    ],
    consent: [
      {
        purpose: 'marketing_email',
        systems: ['newsletter', 'crm'],
        requires: 'opt_in_timestamp',
        evidence: new Map([['crm', 'newsletter_opt_in_date']]),
      },
    ],
    ...overrides,
  };
}

export function systemOf(connector: ConnectorId) {
  return { connector, purposes: null, files: [], connection: null };
}

export function connectorOf(system: string): ConnectorId {
  return CONNECTORS[system] ?? 'exports';
}

/** Columns as `role` or `role:name`; a name without a role as `:name`. */
export function table(
  system: string,
  object: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  place: { readonly file?: string; readonly list?: string; readonly firstLine?: number } = {},
): RecordsFact {
  const source: Source = { system, connector: connectorOf(system), account: 'exports' };
  const fields = columns.map((column, at): FieldFact => {
    const [role = '', name = `${role} ${at}`] = column.split(':');
    return {
      kind: 'field',
      source,
      object,
      name,
      label: name,
      type: 'unknown',
      custom: false,
      ...(role === '' ? {} : { role: role as ColumnRole }),
    };
  });
  const { file = `${system}.csv`, list, firstLine = 2 } = place;
  return {
    kind: 'records',
    source,
    object,
    ...(list === undefined ? {} : { list }),
    fields,
    rows,
    file,
    lines: rows.map((_, at) => at + firstLine),
  };
}

export function receiptOf(object: string, overrides: Partial<InventoryReceipt> = {}): InventoryReceipt {
  return {
    resource: `${object}.records`,
    capability: 'records',
    object,
    list: null,
    status: 'complete',
    reason: null,
    read: 1,
    window: null,
    parts: [`${object}.csv`],
    ...overrides,
  };
}

export function readSystem(system: string, receipts: readonly InventoryReceipt[]): ReadSystem {
  return { system, connector: connectorOf(system), receipts };
}

export const AS_OF = '2026-11-23';
const WINDOW = { from: '2010-01-01', to: '2026-11-20' };

/** Everything read, the sales back to 2010 and up to three days ago. */
export const EVERYTHING_READ: readonly ReadSystem[] = [
  readSystem('crm', [receiptOf('contact', { window: WINDOW })]),
  readSystem('newsletter', [receiptOf('member', { window: WINDOW })]),
  readSystem('books', [receiptOf('customer'), receiptOf('sale', { window: WINDOW })]),
];

export function joined(
  facts: readonly RecordsFact[],
  options: {
    readonly policy?: Policy;
    readonly systems?: readonly ReadSystem[];
    readonly erasures?: readonly ErasureRequest[];
    readonly asOf?: string;
  } = {},
): Measures {
  const join = createSubjectJoin({ policy: options.policy ?? joinPolicy(), keyed: testKeyed });
  for (const fact of facts) join.add(fact);
  if (options.erasures) join.addErasures(options.erasures);
  return join.finish(options.systems ?? EVERYTHING_READ, options.asOf ?? AS_OF);
}
