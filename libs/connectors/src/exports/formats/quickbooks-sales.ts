import type { RecordFormat } from './format.js';
import { openTransactions } from './quickbooks-transaction-lines.js';

const report = {
  gives: 'records',
  connector: 'quickbooks',
  choosesColumns: true,
  groups: true,
  open: openTransactions,
} as const;

const isReport = (names: ReadonlySet<string>): boolean =>
  (names.has('transaction date') || names.has('date')) &&
  names.has('transaction type') &&
  names.has('num') &&
  names.has('amount');

/** Reports > Sales by Customer Detail. */
export const quickbooksSales: RecordFormat = {
  ...report,
  title: 'QuickBooks sales by customer detail',
  object: 'sale',
  recognises: isReport,
};

/** Reports > Transaction List by Customer, or by Date: everything that was booked, not sales alone. */
export const quickbooksTransactions: RecordFormat = {
  ...report,
  title: 'QuickBooks transaction list',
  object: 'transaction',
  recognises: (names) =>
    isReport(names) &&
    ['posting', 'posting (y/n)', 'account', 'account full name', 'split'].some((name) => names.has(name)),
};

/** Reports > Invoice List. */
export const quickbooksInvoiceList: RecordFormat = {
  ...report,
  title: 'QuickBooks invoice list',
  object: 'invoice',
  recognises: (names) => isReport(names) && names.has('open balance'),
};
