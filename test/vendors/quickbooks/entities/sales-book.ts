import { dayNumber } from '#scanner/example/calendar.js';
import { inventOrders, type Order } from '#scanner/example/order.js';
import type { SimulatedBakery } from '../../bakery/simulated-bakery.js';
import type { QuickbooksSize } from '../quickbooks-size.js';
import type { BookNames } from './book-names.js';

/** One document of the books, before it is written. */
export interface Sale extends Omit<Order, 'customer' | 'type'> {
  readonly type: Order['type'] | 'Refund Receipt';
  /** Where the customer stands in the books; null: sold over the counter to nobody in particular. */
  readonly customerPlace: number | null;
  readonly isVoid: boolean;
}

/** All that was sold, oldest first, as in the example's exports, and what exports do not show: voids, sales to nobody. */
export class SalesBook {
  private readonly bakery: SimulatedBakery;
  private readonly names: BookNames;
  private readonly size: Partial<QuickbooksSize>;
  private kept: readonly Sale[] | null = null;

  constructor(bakery: SimulatedBakery, names: BookNames, size: Partial<QuickbooksSize>) {
    this.bakery = bakery;
    this.names = names;
    this.size = size;
  }

  all(): readonly Sale[] {
    this.kept ??= this.written();
    return this.kept;
  }

  private written(): readonly Sale[] {
    const { seed, opening } = this.bakery.setting;
    const sales: Sale[] = [];
    for (let place = 0; place < this.names.count; place += 1) {
      const customer = this.bakery.customer(this.names.indexAt(place));
      for (const { customer: _, ...order } of inventOrders(seed, [customer], opening)) {
        sales.push({ ...order, customerPlace: place, isVoid: false });
      }
      const last = sales.at(-1);
      if (last === undefined) continue;
      // Somebody gone for years, and an invoice of last week that came to nothing: no purchase.
      if (customer.habit === 'lapsed' && place % 3 === 0) {
        sales.push({ ...last, type: 'Invoice', on: shifted(opening, -6), amount: 0, isVoid: true });
      }
      if (place % 30 === 1) {
        sales.push({ ...last, type: 'Credit Memo', amount: -last.product.price });
        sales.push({ ...last, type: 'Refund Receipt', amount: -last.product.price });
      }
      // A cake that is ordered for next month.
      if (place % 40 === 0) sales.push({ ...last, type: 'Invoice', on: shifted(opening, 30) });
      if (place % 25 === 2) sales.push({ ...last, type: 'Sales Receipt', customerPlace: null });
    }
    sales.push(...this.ofEarlierYears(sales[0]));
    return sales
      .toSorted(
        (left, right) =>
          compareText(left.on, right.on) || (left.customerPlace ?? -1) - (right.customerPlace ?? -1),
      )
      .map((sale, index) => ({ ...sale, number: String(1001 + index) }));
  }

  /** Everybody in turn bought something, day after day, before the bakery's own story begins. */
  private ofEarlierYears(like: Sale | undefined): readonly Sale[] {
    const { years = 0, salesAYear = 0 } = this.size;
    if (like === undefined) return [];
    const { opening } = this.bakery.setting;
    return Array.from({ length: years * salesAYear }, (_, place) => ({
      ...like,
      type: place % 2 === 0 ? ('Invoice' as const) : ('Sales Receipt' as const),
      amount: like.product.price * like.quantity,
      isVoid: false,
      customerPlace: place % this.names.count,
      on: shifted(opening, -1_500 - Math.floor((place * 365) / salesAYear)),
    }));
  }
}

/** Days are asked for again and again, and there are few of them. */
const shiftedDays = new Map<string, string>();

export function shifted(day: string, days: number): string {
  const key = `${day} ${days}`;
  const known = shiftedDays.get(key);
  if (known !== undefined) return known;
  const other = new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10);
  shiftedDays.set(key, other);
  return other;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
