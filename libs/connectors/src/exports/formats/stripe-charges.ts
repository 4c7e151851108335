import type { RecordFormat } from './format.js';
import { columnsBy, type KnownColumns, POSTAL_COLUMNS } from './known-columns.js';
import { CARD_COLUMNS } from './stripe-card-columns.js';

const COLUMNS: KnownColumns = [
  [/^id$/, 'none', 'purchase_number'],
  [/^customer email$/, 'user.contact.email', 'email'],
  [/^customer phone$/, 'user.contact.phone_number', 'phone'],
  [/^customer name$/, 'user.name'],
  [/^customer id$/, 'user.unique_id'],
  [/^created( date)? ?\(utc\)$/, 'none', 'purchase_date'],
  [/^amount$/, 'none', 'amount'],
  [/^status$/, 'none', 'status'],
  [
    /^(amount refunded|converted amount( refunded)?|(converted )?currency|fee|tax(es)? on fee|mode|captured)$/,
    'none',
  ],
  [
    /^(seller message|statement descriptor|decline reason|refunded date \(utc\)|disputed amount|is link)$/,
    'none',
  ],
  [/^dispute |^(invoice id|invoice number|payment source type|destination|transfer|transfer group)$/, 'none'],
  [/^payment ?intent id$|^checkout session id$|^payment method type$/, 'none'],
  ...CARD_COLUMNS,
  ...POSTAL_COLUMNS,
];

/** Nothing was paid, though Stripe does not call it failed. */
const UNPAID = /^(requires[ _]|incomplete|blocked|uncaptured)/i;

/** Payments > Export, and the older export of charges. Whoever exports ticks the columns. */
export const stripeCharges: RecordFormat = {
  gives: 'records',
  title: 'Stripe payments',
  connector: null,
  object: 'charge',
  choosesColumns: true,
  groups: false,
  recognises: (names) =>
    names.has('id') &&
    names.has('amount') &&
    names.has('status') &&
    [...names].some((name) => /^created( date)? ?\(utc\)$/.test(name)) &&
    (names.has('amount refunded') || names.has('seller message') || names.has('captured')),
  open(table) {
    const at = table.names.indexOf('status');
    return {
      columns: columnsBy(COLUMNS, table),
      arrange: (cells) => (UNPAID.test(cells[at] ?? '') ? cells.with(at, 'failed') : cells),
    };
  },
};
