import type { SimulatedBakery } from '../bakery/simulated-bakery.js';

/** How much there is in the simulated Workspace. */
export interface GoogleSize {
  /** The bakery's own staff come first; those beyond are invented. */
  readonly users: number;
  readonly contacts: number;
  /** The bakery's own files come first; those beyond are harmless, but for one in forty that is public. */
  readonly files: number;
}

/** The staff as they are, a few hundred files, and the regulars whom the shop phones: as many as the example's export has. */
export function usualSize(bakery: SimulatedBakery, staff: number): GoogleSize {
  return { users: staff, contacts: phonedAmong(bakery.size), files: 240 };
}

/** Customers 0, 11, 22, 33, then 110 …: regulars whose number is a multiple of eleven (google-contacts.ts). */
export function phonedCustomer(place: number): number {
  return 11 * (Math.floor(place / 4) * 10 + (place % 4));
}

function phonedAmong(customers: number): number {
  const multiples = Math.ceil(customers / 11);
  return Math.floor(multiples / 10) * 4 + Math.min(4, multiples % 10);
}
