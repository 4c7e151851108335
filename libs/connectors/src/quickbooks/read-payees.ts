import type { z } from 'zod';
import type { PayeeFact } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import type { ResourceEnd } from '../kit/read-resource.js';
import type { ListName } from './quickbooks-api.js';
import { type BooksReading, windowOf } from './read-customers.js';
import { recordPages } from './record-pages.js';
import { Bill, Payee, Purchase } from './record.schema.js';

/** What was paid longer ago is no sign that something is in use: a yearly bill, and a month of grace. */
const MONTHS_BACK = 13;

interface Tally {
  payments: number;
  lastPaid: string;
}

/**
 * Whom the business paid in the last 13 months, by bills and by purchases without a bill, with the names that the books
 * have. Void ones count nothing. Throws a ReadRefusedError.
 */
export async function* readPayees(reading: BooksReading): AsyncGenerator<PayeeFact, ResourceEnd> {
  const { source, session } = reading;
  const since = monthsBefore(session.now(), MONTHS_BACK);
  const names = new Map<string, readonly string[]>();
  const paid = new Map<string, Tally>();
  const shortfalls = [
    await each(reading, 'Vendor', Payee, null, ({ Id, DisplayName, CompanyName }) => {
      const both = CompanyName === undefined ? [DisplayName] : [DisplayName, CompanyName];
      names.set(Id, [...new Set(both.map(withoutMark))]);
    }),
    await each(reading, 'Bill', Bill, since, ({ VendorRef, TxnDate, TotalAmt }) => {
      if (TotalAmt > 0) count(paid, VendorRef.value, TxnDate);
    }),
    await each(reading, 'Purchase', Purchase, since, ({ EntityRef, TxnDate, TotalAmt }) => {
      if (EntityRef?.type === 'Vendor' && TotalAmt > 0) count(paid, EntityRef.value, TxnDate);
    }),
  ];
  for (const [id, tally] of paid) {
    yield { kind: 'payee', source, names: names.get(id) ?? [], ...tally };
  }
  const shortfall = shortfalls.find((one) => one !== null);
  return { ...(shortfall && { shortfall }), window: { ...windowOf(session), from: since } };
}

async function each<T extends { readonly Id: string }>(
  { api, session }: BooksReading,
  list: ListName,
  shape: z.ZodType<T>,
  since: string | null,
  note: (record: T) => void,
): Promise<Refusal | null> {
  const pages = recordPages(api, list, shape, since);
  for (;;) {
    const next = await pages.next();
    session.signal.throwIfAborted();
    if (next.done === true) return next.value;
    for (const record of next.value) note(record);
  }
}

function count(paid: Map<string, Tally>, id: string, day: string): void {
  const tally = paid.get(id) ?? { payments: 0, lastPaid: day };
  tally.payments += 1;
  if (day > tally.lastPaid) tally.lastPaid = day;
  paid.set(id, tally);
}

/** QuickBooks marks the name of whoever was made inactive. */
function withoutMark(name: string): string {
  return name.replace(/ \(deleted\)$/iu, '');
}

/** The first of that month will do. */
function monthsBefore(now: Date, months: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 10);
}
