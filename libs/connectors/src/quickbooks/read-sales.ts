import { ReadRefusedError } from '../contract/error.js';
import type { FieldFact, RecordsFact } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import { readResource, type ResourceEnd } from '../kit/read-resource.js';
import { valueOf } from './company.schema.js';
import { type Column, columnsOf, customColumn, isRead } from '../kit/field-plan.js';
import type { ListName } from './quickbooks-api.js';
import { type BooksItem, type BooksReading, windowOf } from './read-customers.js';
import { recordPages } from './record-pages.js';
import { Sale } from './record.schema.js';
import { customValue, type KnownSale, saleFields } from './sale-fields.js';

/** As in QuickBooks' own reports of sales, which this takes the place of (E7, E20). */
const OBJECT = 'sale';

/** What counts as a purchase and what as activity is told by these words (E10). */
const LISTS: readonly (readonly [list: ListName, type: string])[] = [
  ['Invoice', 'Invoice'],
  ['SalesReceipt', 'Sales Receipt'],
  ['CreditMemo', 'Credit Memo'],
  ['RefundReceipt', 'Refund Receipt'],
  ['Payment', 'Payment'],
];

/** The fields of sales with the custom ones of sales forms, then every invoice, receipt, credit, refund and payment. */
export async function* readSales(reading: BooksReading): AsyncGenerator<BooksItem, void> {
  const { source, session } = reading;
  const columns: Column<KnownSale>[] = [];
  yield* readResource(
    { source, capability: 'fields', object: OBJECT },
    announced(reading, columns),
    session.signal,
  );
  yield* readResource(
    { source, capability: 'records', object: OBJECT },
    records(reading, columns),
    session.signal,
  );
}

async function* announced(
  { api, source, session: { alsoRead } }: BooksReading,
  columns: Column<KnownSale>[],
): AsyncGenerator<FieldFact, ResourceEnd> {
  let names: readonly string[] | null = null;
  let shortfall: Refusal | undefined;
  try {
    names = classicNames(await api.preferences());
  } catch (error) {
    if (!(error instanceof ReadRefusedError)) throw error;
    // Without their names nobody can say what stands in them: they are not read.
    shortfall = error.refusal;
  }
  const where = { source, object: OBJECT };
  columns.push(
    ...columnsOf(saleFields(names), { ...where, alsoRead }),
    ...(names ?? []).map((name) => customColumn(name, where, customValue(name))),
  );
  for (const { fact } of columns) yield fact;
  return shortfall === undefined ? {} : { shortfall };
}

/** The three classic custom fields of sales forms, as far as they have names. */
function classicNames({
  SalesFormsPrefs,
}: Awaited<ReturnType<BooksReading['api']['preferences']>>): readonly string[] {
  const names = SalesFormsPrefs.CustomField.flatMap(({ CustomField }) => CustomField)
    .filter(({ Name }) => /SalesCustomName\d$/u.test(Name))
    .map((field) => valueOf(field).trim())
    .filter((name) => name !== '');
  return [...new Set(names)];
}

/** A list that can not be read is said, and the others are read all the same. */
async function* records(
  reading: BooksReading,
  columns: readonly Column<KnownSale>[],
): AsyncGenerator<RecordsFact, ResourceEnd> {
  const { session } = reading;
  const refusals: Refusal[] = [];
  const read = columns.filter(isRead);
  const fields = read.map(({ fact }) => fact);
  for (const [list, type] of LISTS) {
    try {
      const left = yield* listed(reading, { list, type, columns: read, fields });
      if (left !== null) refusals.push(left);
    } catch (error) {
      session.signal.throwIfAborted();
      if (!(error instanceof ReadRefusedError)) throw error;
      refusals.push(error.refusal);
    }
  }
  const shortfall = refusals.find(({ status }) => status !== 'partial') ?? refusals[0];
  return { ...(shortfall && { shortfall }), window: windowOf(session) };
}

async function* listed(
  { api, source, session, tops }: BooksReading,
  {
    list,
    type,
    columns,
    fields,
  }: {
    readonly list: ListName;
    readonly type: string;
    readonly columns: readonly Column<KnownSale>[];
    readonly fields: readonly FieldFact[];
  },
): AsyncGenerator<RecordsFact, Refusal | null> {
  const pages = recordPages(api, list, Sale);
  let count = 0;
  for (;;) {
    const next = await pages.next();
    if (next.done === true) return next.value;
    const rows = next.value.map((sale) => {
      const customer = sale.CustomerRef?.value;
      const known = { sale, type, root: customer === undefined ? '' : tops.of(customer) };
      return columns.map(({ value }) => value(known));
    });
    yield { kind: 'records', source, object: OBJECT, fields, rows };
    count += rows.length;
    session.progress?.({ what: `QuickBooks ${type}`, records: count, bytes: 0, totalBytes: 0 });
  }
}
