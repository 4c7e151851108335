import type { Column, RecordReading, Table } from './format.js';
import { reportWindow } from './quickbooks-report-window.js';

const own = { type: 'string', custom: false } as const;
const customer: Column = {
  ...own,
  name: 'CustomerRef',
  label: '',
  category: 'user.name',
  role: 'own_key',
};

/** Both generations of headers. What a line of a sale says is about the sale; only the name is about the person. */
const COLUMNS: Readonly<Record<string, Omit<Column, 'label'>>> = {
  'transaction date': { ...own, name: 'TxnDate', type: 'date', category: 'none', role: 'purchase_date' },
  date: { ...own, name: 'TxnDate', type: 'date', category: 'none', role: 'purchase_date' },
  'transaction type': { ...own, name: 'TxnType', category: 'none', role: 'purchase_type' },
  num: { ...own, name: 'DocNumber', category: 'none', role: 'purchase_number' },
  'product/service full name': { ...own, name: 'ItemRef', category: 'none' },
  'product/service': { ...own, name: 'ItemRef', category: 'none' },
  // Whatever somebody typed on the line: the classifier looks at it.
  description: { ...own, name: 'Description' },
  'memo/description': { ...own, name: 'Description' },
  quantity: { ...own, name: 'Qty', type: 'decimal', category: 'none' },
  qty: { ...own, name: 'Qty', type: 'decimal', category: 'none' },
  'sales price': { ...own, name: 'UnitPrice', type: 'decimal', category: 'none' },
  amount: { ...own, name: 'Amount', type: 'decimal', category: 'none', role: 'amount' },
  balance: { ...own, name: 'Balance', type: 'decimal', category: 'none' },
  'open balance': { ...own, name: 'Balance', type: 'decimal', category: 'none' },
  'due date': { ...own, name: 'DueDate', type: 'date', category: 'none' },
  posting: { ...own, name: 'Posting', category: 'none' },
  'posting (y/n)': { ...own, name: 'Posting', category: 'none' },
  account: { ...own, name: 'AccountRef', category: 'none' },
  'account full name': { ...own, name: 'AccountRef', category: 'none' },
  split: { ...own, name: 'Split', category: 'none' },
  'item split account': { ...own, name: 'Split', category: 'none' },
  'item split account full name': { ...own, name: 'Split', category: 'none' },
};

/** Transactions with those who sell to the business; a name on them is no customer's. */
const WITH_VENDOR =
  /bill|expense|che(ck|que)|purchase order|vendor|journal|transfer|deposit|credit card|payroll|inventory|sales tax/i;

const isCustomerColumn = (name: string): boolean =>
  /^\p{L}+( full name)?$/u.test(name) && !Object.hasOwn(COLUMNS, name);

/**
 * Lines of transactions, in one of two shapes: per customer a line with the name alone, the lines below it with an
 * empty first cell, and a total; or flat, with a column of names. Each goes out with its customer's name in front,
 * the only key such a report has.
 */
export function openTransactions({ header, names, titles, country }: Table): RecordReading {
  const named = names.findIndex(
    (name) =>
      name === 'name' || name === 'customer' || (name.endsWith(' full name') && isCustomerColumn(name)),
  );
  const rest = header.flatMap((label, at) => {
    const name = names[at] ?? '';
    return at === named || (at === 0 && (name === '' || isCustomerColumn(name))) ? [] : [{ at, label, name }];
  });
  const dateAt = names.findIndex((name) => name === 'transaction date' || name === 'date');
  const typeAt = names.indexOf('transaction type');
  const groups = new OpenGroups();
  return {
    columns: [
      named === -1 ? customer : { ...customer, label: header[named] ?? '' },
      ...rest.map(({ label, name }) => column(label, name)),
    ],
    arrange(cells) {
      const first = cells[0] ?? '';
      const isSale = (cells[dateAt] ?? '') !== '' && cells.filter((cell) => cell !== '').length > 2;
      if (!isSale) {
        if (first !== '') groups.read(first);
        return null;
      }
      const name = named === -1 ? (dateAt === 0 ? '' : first) || groups.current() : (cells[named] ?? '');
      const isCustomer = name !== '--' && !WITH_VENDOR.test(cells[typeAt] ?? '');
      return [isCustomer ? name : '', ...rest.map(({ at }) => cells[at] ?? '')];
    },
    window: (closing, seen) => reportWindow({ titles, closing, seen, country }),
  };
}

function column(label: string, name: string): Column {
  const known = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined;
  return known === undefined ? { name, label, type: 'unknown', custom: true } : { ...known, label };
}

/** QuickBooks nests customers this deep. More open ones than that: the report has no totals, and none is inside another. */
const DEEPEST = 5;

/** Customers whose lines are being read; sub-customers stand inside their parent. */
class OpenGroups {
  private readonly names: string[] = [];

  read(heading: string): void {
    const total = /^total for (.*?)( with sub-(items|customers|\p{L}+))?$/iu.exec(heading);
    if (total?.[1] === undefined) {
      if (/^total$/i.test(heading)) this.names.length = 0;
      else if (this.names.length < DEEPEST) this.names.push(heading);
      else this.names.splice(0, this.names.length, heading);
      return;
    }
    const at = this.names.findLastIndex((name) => name === total[1] || name.endsWith(`:${total[1] ?? ''}`));
    if (at !== -1) this.names.length = at;
  }

  /** `Parent:Child`, as QuickBooks writes a full name. */
  current(): string {
    return this.names.reduce((path, name) => {
      if (path === '' || name === '--') return name;
      return name.startsWith(`${path}:`) ? name : `${path}:${name}`;
    }, '');
  }
}
