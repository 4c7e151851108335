import type { RecordFormat } from './format.js';
import { columnsBy, type KnownColumns, POSTAL_COLUMNS } from './known-columns.js';

const COLUMNS: KnownColumns = [
  [/^order[ _](number([ _]formatted)?|id|#)$/, 'none', 'purchase_number'],
  [/^(billing[ _]email|email \(billing\)|customer[ _]email)$/, 'user.contact.email', 'email'],
  [/^(billing[ _]phone|phone \(billing\))$/, 'user.contact.phone_number', 'phone'],
  [/^(order[ _])?date([ _]created)?$/, 'none', 'purchase_date'],
  [/^(order[ _]total([ _]amount)?|net sales|n\. revenue|net revenue)$/, 'none', 'amount'],
  [/^(order[ _])?status$/, 'none', 'status'],
  [/^(customer[ _]note|order[ _]notes)$/, 'user.content.private'],
  [/^customer[ _](id|user)$/, 'user.unique_id'],
  [/^customer$/, 'user.name'],
  [/^customer[ _]ip([ _]address)?$/, 'user.device.ip_address'],
  [/^customer[ _]user[ _]agent$/, 'user.device'],
  [/^(customer type|product\(s\)|items sold|coupon\(s\)|attribution)$/, 'none'],
  [/(^|_)(total|tax|refunded|currency|discount|subtotal|quantity|sku|method)($|_)/, 'none'],
  [/\b(amount|sku|quantity|item (#|name|cost)|coupon code|(payment|shipping) method( title)?)$/, 'none'],
  ...POSTAL_COLUMNS,
];

/** Orders of export plug-ins, and Analytics > Orders > Download, which names customers and gives no address. */
export const woocommerceOrders: RecordFormat = {
  gives: 'records',
  title: 'WooCommerce orders',
  connector: null,
  object: 'order',
  choosesColumns: false,
  groups: false,
  recognises(names) {
    const has = (...wanted: readonly string[]) => wanted.some((name) => names.has(name));
    const isAnalytics = names.has('order #') && names.has('customer type') && names.has('status');
    const isPlugIn =
      has('order_number', 'order number', 'order_id', 'order id') &&
      has('billing_email', 'email (billing)', 'billing email') &&
      has('order_total', 'order total', 'order total amount');
    return isAnalytics || isPlugIn;
  },
  open: (table) => ({ columns: columnsBy(COLUMNS, table) }),
};
