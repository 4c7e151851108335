import type { RecordFormat } from './format.js';
import { columnsBy, type KnownColumns, POSTAL_COLUMNS } from './known-columns.js';
import { CARD_COLUMNS } from './stripe-card-columns.js';

const COLUMNS: KnownColumns = [
  [/^(customer )?id$/, 'user.unique_id', 'record_id'],
  [/^(customer )?email$/, 'user.contact.email', 'email'],
  [/^(customer )?phone$/, 'user.contact.phone_number', 'phone'],
  [/^(customer )?name$/, 'user.name'],
  [/^created( date)?( \(utc\))?$/, 'none', 'created'],
  [
    /^(total spend|payment count|average order|refunded volume|dispute losses)$/,
    'user.behavior.purchase_history',
  ],
  [/^business vat id$|^tax id/, 'user.government_id'],
  [/^(delinquent|currency|account balance|plan|quantity|tax|status|coupon|cancel at period end)$/, 'none'],
  [/^(start|trial start|trial end|current period start|current period end) ?\(utc\)$/, 'none'],
  ...CARD_COLUMNS,
  ...POSTAL_COLUMNS,
];

/** Customers > Export. Whoever exports ticks the columns. */
export const stripeCustomers: RecordFormat = {
  gives: 'records',
  title: 'Stripe customers',
  connector: null,
  object: 'customer',
  choosesColumns: true,
  groups: false,
  recognises: (names) =>
    names.has('id') &&
    names.has('email') &&
    (names.has('created (utc)') || names.has('created date (utc)')) &&
    ['delinquent', 'card id', 'total spend', 'payment count', 'account balance'].some((name) =>
      names.has(name),
    ),
  open: (table) => ({ columns: columnsBy(COLUMNS, table) }),
};
