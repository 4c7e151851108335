import type { Column, RecordFormat } from './format.js';
import { columnsBy, type KnownColumns, POSTAL_COLUMNS } from './known-columns.js';

const COLUMNS: KnownColumns = [
  [/^name$/, 'none', 'purchase_number'],
  [/^email$/, 'user.contact.email', 'email'],
  [/^(billing )?phone$/, 'user.contact.phone_number', 'phone'],
  [/^created at$/, 'none', 'purchase_date'],
  [/^total$/, 'none', 'amount'],
  [/^id$/, 'none', 'record_id'],
  [/^accepts marketing$/, 'user.privacy_preferences'],
  [/^(notes|note attributes)$/, 'user.content.private'],
  [/^device id$/, 'none'],
  [/^employee$/, 'none'],
  [/^lineitem /, 'none'],
  [/^tax \d+ (name|value)$/, 'none'],
  [/^(paid|fulfilled|cancelled) at$/, 'none'],
  [/^(financial|fulfillment) status$/, 'none'],
  [/^payment (method|id|terms name|references?)$|^next payment due at$/, 'none'],
  [/^(currency|subtotal|shipping|taxes|duties|discount (code|amount)|shipping method)$/, 'none'],
  [/^(refunded amount|outstanding balance|receipt number|vendor|location|tags|risk level|source)$/, 'none'],
  ...POSTAL_COLUMNS,
];

const status: Column = {
  name: 'status',
  label: '',
  type: 'string',
  custom: false,
  category: 'none',
  role: 'status',
};

/** Orders > Export: a line for each item of an order; what is said of the whole order stands on the first. */
export const shopifyOrders: RecordFormat = {
  gives: 'records',
  title: 'Shopify orders',
  connector: null,
  object: 'order',
  choosesColumns: false,
  groups: false,
  recognises: (names) =>
    ['name', 'email', 'financial status', 'lineitem name', 'created at', 'total'].every((name) =>
      names.has(name),
    ),
  open(table) {
    const paymentAt = table.names.indexOf('financial status');
    const cancelledAt = table.names.indexOf('cancelled at');
    return {
      columns: [...columnsBy(COLUMNS, table), status],
      // Only a date tells that an order was cancelled: what was paid may stand as refunded, or as paid.
      arrange: (cells) => [
        ...cells,
        (cells[cancelledAt] ?? '') === '' ? (cells[paymentAt] ?? '') : 'cancelled',
      ],
    };
  },
};
