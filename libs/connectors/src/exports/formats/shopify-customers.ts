import type { RecordFormat } from './format.js';
import { columnsBy, type KnownColumns, POSTAL_COLUMNS } from './known-columns.js';

/** "Accepts marketing: no" is neither consent nor an opt-out (E34); it says only that nobody is written to. */
const COLUMNS: KnownColumns = [
  [/^customer id$/, 'user.unique_id', 'record_id'],
  [/^email$/, 'user.contact.email', 'email'],
  [/^(default address )?phone$/, 'user.contact.phone_number', 'phone'],
  [/^accepts (email )?marketing$/, 'user.privacy_preferences', 'status'],
  [/^accepts sms marketing$/, 'user.privacy_preferences'],
  [/^total (spent|orders)$/, 'user.behavior.purchase_history'],
  [/^note$/, 'user.content.private'],
  [/^(tax exempt|tags)$/, 'none'],
  ...POSTAL_COLUMNS,
];

/** Customers > Export, before and since the address columns begin with "Default Address". */
export const shopifyCustomers: RecordFormat = {
  gives: 'records',
  title: 'Shopify customers',
  connector: null,
  object: 'customer',
  choosesColumns: false,
  groups: false,
  recognises: (names) =>
    names.has('email') &&
    names.has('total spent') &&
    names.has('total orders') &&
    (names.has('accepts email marketing') || names.has('accepts marketing')),
  open: (table) => ({
    columns: columnsBy(COLUMNS, table),
    arrange: (cells) => cells.map(withoutApostrophe),
  }),
};

/** Ids and phone numbers begin with one, so that Excel leaves them alone. */
function withoutApostrophe(cell: string): string {
  return cell.charCodeAt(0) === 39 && /^'\+?\d[\d ]*$/.test(cell) ? cell.slice(1) : cell;
}
