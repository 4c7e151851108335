import { daysBefore } from './calendar.js';
import { type Customer, inventCustomers } from './customer.js';
import { inventOrders, type Order } from './order.js';
import type { BakeryState, Setting } from './setting.js';

export interface BakeryOptions {
  /** The day on which the exports are made, YYYY-MM-DD; every other date hangs on it. */
  readonly asOf: string;
  /** `a-week-later` is the same bakery seven days on: give an `asOf` seven days after that of `first`. */
  readonly state?: BakeryState;
  readonly seed?: number;
  /** How many customers there are on the first day. */
  readonly customers?: number;
}

/** Everybody who was invented, and everything they bought: what the exports are written from, and the truth is counted in. */
export interface BakeryPeople {
  readonly setting: Setting;
  readonly customers: readonly Customer[];
  readonly orders: readonly Order[];
}

export const DAYS_BETWEEN_STATES = 7;
/** How many come in the week between the two states. */
export const NEWCOMERS = 12;

/** The same people for the same options, on every machine. */
export function inventBakery(options: BakeryOptions): BakeryPeople {
  const { asOf, state = 'first', seed = 20_260_901, customers: count = 2000 } = options;
  const opening = state === 'first' ? asOf : daysBefore(asOf, DAYS_BETWEEN_STATES);
  const customers = [
    ...inventCustomers(seed, count, opening),
    ...(state === 'first' ? [] : newcomers(seed, count, asOf)),
  ];
  return {
    setting: { seed, state, today: asOf, opening },
    customers,
    orders: inventOrders(seed, customers, opening),
  };
}

function newcomers(seed: number, count: number, asOf: string): readonly Customer[] {
  return inventCustomers(seed, count + NEWCOMERS, asOf)
    .slice(count)
    .map((customer) => asNewcomer(customer, asOf));
}

/** The customer as if she came in the week between the two states. */
export function asNewcomer(customer: Customer, asOf: string): Customer {
  return { ...customer, created: daysBefore(asOf, customer.index % DAYS_BETWEEN_STATES) };
}
