import type { RecordFormat } from './format.js';
import { columnsBy, type KnownColumns, POSTAL_COLUMNS } from './known-columns.js';

const COLUMNS: KnownColumns = [
  [/^(customer[ _]id|user[ _]id|id)$/, 'user.unique_id', 'record_id'],
  [/^(billing[ _])?email$/, 'user.contact.email', 'email'],
  [/^(billing[ _])?phone$/, 'user.contact.phone_number', 'phone'],
  [/^(username|user[ _]login)$/, 'user.account.username'],
  [/^last[ _]active$/, 'none', 'activity'],
  [/^(sign up|date[ _]registered|user[ _]registered|registered)$/, 'none', 'created'],
  [/^(orders|total spend|aov|total[ _]spent|order[ _]count)$/, 'user.behavior.purchase_history'],
  [/^(user[ _]pass|password)$/, 'user.authorization.credentials'],
  [/^role$/, 'none'],
  ...POSTAL_COLUMNS,
];

/** Analytics > Customers > Download, and the customers of export plug-ins. */
export const woocommerceCustomers: RecordFormat = {
  gives: 'records',
  title: 'WooCommerce customers',
  connector: null,
  object: 'customer',
  choosesColumns: false,
  groups: false,
  recognises(names) {
    const isAnalytics = names.has('email') && names.has('aov') && names.has('total spend');
    const isPlugIn =
      names.has('email') &&
      names.has('billing_email') &&
      (names.has('date_registered') || names.has('user_registered')) &&
      !names.has('order_total');
    return isAnalytics || isPlugIn;
  },
  open: (table) => ({ columns: columnsBy(COLUMNS, table) }),
};
