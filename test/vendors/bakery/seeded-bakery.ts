import { asNewcomer, DAYS_BETWEEN_STATES, NEWCOMERS } from '#scanner/example/bakery-people.js';
import { daysBefore } from '#scanner/example/calendar.js';
import { type Customer, inventCustomer } from '#scanner/example/customer.js';
import type { BakeryState } from '#scanner/example/setting.js';
import type { SimulatedBakery } from './simulated-bakery.js';

/** The example's own seed: the same bakery, told by exports and by vendors. */
export const BAKERY_SEED = 20_260_901;

/** Beyond the largest bakery. */
const FIRST_FORMER = 2_000_000;
/** A page is asked for again (search, batch read), a whole account never fits. */
const KEPT = 2000;

/** A bakery of `size` customers on the first day, as it is on the day `today` (YYYY-MM-DD); holds at most a few thousand of them at once. */
export function seededBakery({
  seed = BAKERY_SEED,
  size,
  today,
  state = 'first',
}: {
  readonly seed?: number;
  readonly size: number;
  readonly today: string;
  readonly state?: BakeryState;
}): SimulatedBakery {
  const opening = state === 'first' ? today : daysBefore(today, DAYS_BETWEEN_STATES);
  const kept = new Map<number, Customer>();
  return {
    setting: { seed, state, today, opening },
    size: state === 'first' ? size : size + NEWCOMERS,
    customer(index) {
      const known = kept.get(index);
      if (known !== undefined) return known;
      const customer =
        index < size
          ? inventCustomer(seed, index, opening)
          : asNewcomer(inventCustomer(seed, index, today), today);
      if (kept.size >= KEPT) kept.clear();
      kept.set(index, customer);
      return customer;
    },
    former: (place) => inventCustomer(seed, FIRST_FORMER + place, opening),
    formerCount: Math.max(1, Math.floor(size / 40)),
  };
}
