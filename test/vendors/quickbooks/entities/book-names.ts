import { NEWCOMERS } from '#scanner/example/bakery-people.js';
import { inventCustomer } from '#scanner/example/customer.js';
import { COMPANIES } from '#scanner/example/words.js';
import type { SimulatedBakery } from '../../bakery/simulated-bakery.js';

/** Eight of ten customers bought something, and so stand in the books: see customer.ts of the example. */
const BOOKED_OF_TEN = 8;

/** Who stands in the books, and under which name: as in the example's exports, where namesakes are told apart. */
export class BookNames {
  private readonly bakery: SimulatedBakery;
  private names: readonly string[] | null = null;
  private parentNames: readonly string[] | null = null;

  constructor(bakery: SimulatedBakery) {
    this.bakery = bakery;
  }

  get count(): number {
    const { size } = this.bakery;
    return Math.floor(size / 10) * BOOKED_OF_TEN + Math.min(BOOKED_OF_TEN, size % 10);
  }

  /** Which customer of the bakery stands at a place of the books. */
  indexAt(place: number): number {
    return Math.floor(place / BOOKED_OF_TEN) * 10 + (place % BOOKED_OF_TEN);
  }

  /** `Parent:Child` for those kept below a company. */
  at(place: number): string {
    this.names ??= namesOf(this.bakery);
    return this.names[this.indexAt(place)] ?? '';
  }

  /** Companies that others are kept below: customers of their own, as QuickBooks wants it. */
  parents(): readonly string[] {
    this.parentNames ??= COMPANIES.filter((company) =>
      Array.from({ length: this.count }, (_, place) => this.at(place)).some((name) =>
        name.startsWith(`${company}:`),
      ),
    );
    return this.parentNames;
  }
}

function namesOf({ setting, size }: SimulatedBakery): readonly string[] {
  const { seed, opening, today, state } = setting;
  const before = state === 'first' ? size : size - NEWCOMERS;
  const taken = new Map<string, number>();
  return Array.from(
    { length: size },
    (_, index) => inventCustomer(seed, index, index < before ? opening : today, taken).booksName ?? '',
  );
}
