import { dayNumber, dayOfNumber } from './calendar.js';
import type { Customer } from './customer.js';
import { Random } from './random.js';
import { PRODUCTS, type Product } from './words.js';

/** One line of the books: something bought, or taken back. */
export interface Order {
  readonly customer: Customer;
  readonly on: string;
  readonly type: 'Invoice' | 'Sales Receipt' | 'Credit Memo';
  readonly number: string;
  readonly product: Product;
  readonly quantity: number;
  readonly amount: number;
}

/** Days between the last purchase and today, by habit: a lapsed customer has long been past any term. */
const LAST_PURCHASE = {
  regular: { least: 1, most: 200 },
  occasional: { least: 200, most: 700 },
  lapsed: { least: 760, most: 1500 },
} as const;

/** What every customer of the books bought up to `today`, oldest first. */
export function inventOrders(seed: number, customers: readonly Customer[], today: string): readonly Order[] {
  return customers
    .flatMap((customer) => ordersOf(seed, customer, today))
    .toSorted(
      (left, right) => dayNumber(left.on) - dayNumber(right.on) || left.customer.index - right.customer.index,
    )
    .map(numbered);
}

function numbered(order: Order, index: number): Order {
  return { ...order, number: String(1001 + index) };
}

function ordersOf(seed: number, customer: Customer, today: string): Order[] {
  if (customer.habit === 'lead') return [];
  const random = new Random(seed, `orders ${customer.index}`);
  const { least, most } = LAST_PURCHASE[customer.habit];
  const first = dayNumber(customer.created);
  const last = Math.max(first, dayNumber(today) - random.integer(least, most));
  const count = customer.habit === 'regular' ? random.integer(2, 7) : random.integer(1, 3);
  const days = [last, ...Array.from({ length: count - 1 }, () => random.integer(first, last))];
  return days.map((day) => {
    const product = random.pick(PRODUCTS);
    const type = random.pick<Order['type']>(['Invoice', 'Sales Receipt', 'Sales Receipt']);
    const quantity = random.integer(1, 3);
    const isTakenBack = day !== last && random.chance(0.02);
    return {
      customer,
      on: dayOfNumber(day),
      type: isTakenBack ? 'Credit Memo' : type,
      number: '',
      product,
      quantity,
      amount: product.price * quantity * (isTakenBack ? -1 : 1),
    };
  });
}
