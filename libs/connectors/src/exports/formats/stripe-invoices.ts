import type { RecordFormat } from './format.js';
import { columnsBy, type KnownColumns, POSTAL_COLUMNS } from './known-columns.js';

const COLUMNS: KnownColumns = [
  [/^id$/, 'none', 'record_id'],
  [/^number$/, 'none', 'purchase_number'],
  [/^customer email$/, 'user.contact.email', 'email'],
  [/^customer phone$/, 'user.contact.phone_number', 'phone'],
  [/^customer name$/, 'user.name'],
  [/^customer( id)?$/, 'user.unique_id'],
  [/^(date|created) \(utc\)$/, 'none', 'purchase_date'],
  [/^total$/, 'none', 'amount'],
  [/^status$/, 'none', 'status'],
  [
    /^(amount (due|paid|remaining)|billing|closed|forgiven|paid|currency|subscription|subtotal|tax|tax percent)$/,
    'none',
  ],
  [/^(total discount amount|applied coupons|minimum line item.*|maximum line item.*|description)$/, 'none'],
  [/\(utc\)$/, 'none'],
  ...POSTAL_COLUMNS,
];

/** Invoices > Export. Whoever exports ticks the columns. */
export const stripeInvoices: RecordFormat = {
  gives: 'records',
  title: 'Stripe invoices',
  connector: null,
  object: 'invoice',
  choosesColumns: true,
  groups: false,
  recognises: (names) =>
    ['id', 'number', 'amount due', 'total', 'customer'].every((name) => names.has(name)) &&
    (names.has('date (utc)') || names.has('created (utc)')),
  open: (table) => ({ columns: columnsBy(COLUMNS, table) }),
};
