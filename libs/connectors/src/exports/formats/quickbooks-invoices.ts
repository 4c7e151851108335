import type { Column, RecordFormat } from './format.js';

const own = { type: 'string', custom: false, category: 'none' } as const;

/** Columns of the page; some show only once somebody ticked them. */
const COLUMNS: Readonly<Record<string, Omit<Column, 'label'>>> = {
  date: { ...own, name: 'TxnDate', type: 'date', role: 'purchase_date' },
  'invoice date': { ...own, name: 'TxnDate', type: 'date', role: 'purchase_date' },
  type: { ...own, name: 'TxnType', role: 'purchase_type' },
  'no.': { ...own, name: 'DocNumber', role: 'purchase_number' },
  customer: { ...own, name: 'CustomerRef', category: 'user.name', role: 'own_key' },
  email: { ...own, name: 'BillEmail', category: 'user.contact.email', role: 'email' },
  amount: { ...own, name: 'Amount', type: 'decimal', role: 'amount' },
  total: { ...own, name: 'Amount', type: 'decimal', role: 'amount' },
  'total before tax': { ...own, name: 'TotalBeforeTax', type: 'decimal' },
  tax: { ...own, name: 'TotalTax', type: 'decimal' },
  balance: { ...own, name: 'Balance', type: 'decimal' },
  'due date': { ...own, name: 'DueDate', type: 'date' },
  status: { ...own, name: 'Status', role: 'status' },
  // Whatever somebody typed: the classifier looks at it.
  memo: { name: 'Memo', type: 'string', custom: false },
  method: { ...own, name: 'PaymentMethodRef' },
  source: { ...own, name: 'Source' },
  attachments: { ...own, name: 'Attachments' },
  action: { ...own, name: 'Action' },
  sent: { ...own, name: 'EmailStatus' },
  viewed: { ...own, name: 'Viewed' },
  'last delivered': { ...own, name: 'LastDelivered' },
};

/** Sales > Invoices > Export, and Sales > All sales > Export. Told by having these columns and no others. */
export const quickbooksInvoices: RecordFormat = {
  gives: 'records',
  title: 'QuickBooks invoices',
  connector: 'quickbooks',
  object: 'invoice',
  choosesColumns: true,
  groups: false,
  recognises: (names) =>
    names.has('no.') &&
    names.has('customer') &&
    names.has('status') &&
    (names.has('date') || names.has('invoice date')) &&
    (names.has('amount') || names.has('total')) &&
    [...names].every((name) => name === '' || Object.hasOwn(COLUMNS, name)),
  open: ({ header, names }) => ({
    columns: header.map((label, at) => {
      const known = COLUMNS[names[at] ?? ''];
      return known === undefined
        ? { name: names[at] ?? '', label, type: 'unknown', custom: true }
        : { ...known, label };
    }),
    window: (_closing, seen) => seen,
  }),
};
