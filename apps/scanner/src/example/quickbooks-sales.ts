import { americanDate, longDate, longDateWithWeekday } from './calendar.js';
import type { Order } from './order.js';
import { type BookedCustomer, COMPANY } from './quickbooks-company.js';
import type { Setting } from './setting.js';
import { csvOf, type Row } from './table.js';

const HEADER = [
  '',
  'Transaction date',
  'Transaction type',
  'Num',
  'Product/Service full name',
  'Description',
  'Quantity',
  'Sales price',
  'Amount',
  'Balance',
] as const;

/** Reports > Sales by Customer Detail as CSV: grouped by customer, with totals; the name is the only key. */
export function quickbooksSalesCsv(
  customers: readonly BookedCustomer[],
  orders: readonly Order[],
  { today }: Setting,
): string {
  const byCustomer = Map.groupBy(orders, ({ customer }) => customer.index);
  const groups = customers.flatMap(({ index, booksName }) => groupOf(booksName, byCustomer.get(index) ?? []));
  const first = orders[0]?.on ?? today;
  return csvOf(
    [
      [COMPANY],
      ['Sales by Customer Detail'],
      [`${longDate(first)} - ${longDate(today)}`],
      [],
      HEADER,
      ...groups,
      ['TOTAL', '', '', '', '', '', '', '', money(sumOf(orders)), ''],
      [],
      [],
      [`Accrual Basis ${longDateWithWeekday(today)} 09:44 AM GMT-05:00`],
    ],
    { newline: '\r\n' },
  );
}

function groupOf(name: string, orders: readonly Order[]): readonly Row[] {
  if (orders.length === 0) return [];
  let balance = 0;
  const lines = orders.map(({ on, type, number, product, quantity, amount }) => {
    balance += amount;
    return [
      '',
      americanDate(on),
      type,
      number,
      product.name,
      product.description,
      String(quantity),
      money(product.price),
      money(amount),
      money(balance),
    ];
  });
  return [[name], ...lines, [`Total for ${name}`, '', '', '', '', '', '', '', `$${money(balance)}`, '']];
}

function sumOf(orders: readonly Order[]): number {
  return orders.reduce((sum, { amount }) => sum + amount, 0);
}

/** 1,234.50 */
function money(amount: number): string {
  const [whole = '0', cents = '00'] = amount.toFixed(2).split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/gu, ',')}.${cents}`;
}
