import type { FieldFact, RecordsFact, Source } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { readResource, type ResourceEnd } from '../kit/read-resource.js';
import { CUSTOMER_FIELDS, type KnownCustomer } from './customer-fields.js';
import { type EnhancedFields, readEnhancedFields } from './enhanced-fields.js';
import { type Column, columnsOf, comparable, customColumn, isRead } from '../kit/field-plan.js';
import type { QuickbooksApi } from './quickbooks-api.js';
import { recordPages } from './record-pages.js';
import { Customer } from './record.schema.js';
import { onlySome } from './shortfalls.js';
import type { TopCustomers } from './top-customers.js';

export interface BooksReading {
  readonly api: QuickbooksApi;
  readonly source: Source;
  readonly session: VendorSession;
  readonly tops: TopCustomers;
}

export type BooksItem = FieldFact | RecordsFact | (Receipt & { readonly capability: 'fields' | 'records' });

const OBJECT = 'customer';

/** The fields of customers, the custom fields they have in some plans, then all customers, also inactive ones. */
export async function* readCustomers(reading: BooksReading): AsyncGenerator<BooksItem, void> {
  const { source, session } = reading;
  const { signal, alsoRead } = session;
  const own = columnsOf(CUSTOMER_FIELDS, { source, object: OBJECT, alsoRead });
  const custom = new CustomColumns();
  yield* readResource(
    { source, capability: 'fields', object: OBJECT },
    announced(reading, own, custom),
    signal,
  );
  yield* readResource(
    { source, capability: 'records', object: OBJECT },
    records(reading, own, custom),
    signal,
  );
}

/** The custom fields that were found, and their values until the customers come. */
class CustomColumns {
  columns: readonly Column<KnownCustomer>[] = [];
  enhanced: EnhancedFields | null = null;
}

async function* announced(
  { api, source }: BooksReading,
  own: readonly Column<KnownCustomer>[],
  custom: CustomColumns,
): AsyncGenerator<FieldFact, ResourceEnd> {
  for (const { fact } of own) yield fact;
  const enhanced = await readEnhancedFields(api);
  const taken = new Set(own.map(({ fact }) => comparable(fact.name)));
  custom.enhanced = enhanced;
  custom.columns = enhanced.names
    .filter((name) => !taken.has(comparable(name)))
    .map((name) =>
      customColumn<KnownCustomer>(
        name,
        { source, object: OBJECT },
        ({ customer }) => enhanced.of(customer.Id)?.get(comparable(name)) ?? '',
      ),
    );
  for (const { fact } of custom.columns) yield fact;
  return enhanced.isOfAll ? {} : { shortfall: onlySome(enhanced.looked) };
}

async function* records(
  { api, source, session, tops }: BooksReading,
  own: readonly Column<KnownCustomer>[],
  { columns: custom, enhanced }: CustomColumns,
): AsyncGenerator<RecordsFact, ResourceEnd> {
  const usual = own.filter(isRead);
  const withCustom = [...usual, ...custom];
  // A field that nobody looked at in a record is no empty field: such records go out without it.
  const isLookedAt = ({ Id }: Customer): boolean => custom.length > 0 && (enhanced?.of(Id) ?? null) !== null;
  const batch = (
    columns: readonly Column<KnownCustomer>[],
    fields: readonly FieldFact[],
    page: readonly Customer[],
  ) => ({
    kind: 'records' as const,
    source,
    object: OBJECT,
    fields,
    rows: page.map((customer) => {
      const known = { customer, root: tops.of(customer.Id) };
      return columns.map(({ value }) => value(known));
    }),
  });
  const usualFields = usual.map(({ fact }) => fact);
  const allFields = withCustom.map(({ fact }) => fact);
  const pages = recordPages(api, 'Customer', Customer);
  let read = 0;
  for (;;) {
    const next = await pages.next();
    if (next.done === true)
      return { ...(next.value && { shortfall: next.value }), window: windowOf(session) };
    const page = next.value;
    for (const { Id, ParentRef } of page) tops.note(Id, ParentRef?.value);
    const looked = page.filter(isLookedAt);
    const others = page.filter((customer) => !isLookedAt(customer));
    if (others.length > 0) yield batch(usual, usualFields, others);
    if (looked.length > 0) yield batch(withCustom, allFields, looked);
    read += page.length;
    session.progress?.({ what: 'QuickBooks customers', records: read, bytes: 0, totalBytes: 0 });
  }
}

/** The interface gives everything there is, up to now (E11). */
export function windowOf({ now }: VendorSession): NonNullable<Receipt['window']> {
  return { from: null, to: now().toISOString().slice(0, 10) };
}
