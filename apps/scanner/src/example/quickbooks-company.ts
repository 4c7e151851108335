import type { Customer } from './customer.js';
import { isInactiveInBooks } from './cohorts.js';

/** As it stands at the head of every report. */
export const COMPANY = 'Sweet Crumb Bakery';

/** A customer with an account in the books. */
export type BookedCustomer = Customer & { readonly booksName: string };

export function bookedCustomers(customers: readonly Customer[]): readonly BookedCustomer[] {
  return customers
    .flatMap((customer) =>
      customer.booksName === null ? [] : [{ ...customer, booksName: inBooks(customer, customer.booksName) }],
    )
    .toSorted((left, right) => (left.booksName < right.booksName ? -1 : 1));
}

/** QuickBooks keeps who was made inactive, and marks the name. */
function inBooks(customer: Customer, name: string): string {
  return isInactiveInBooks(customer.index) ? `${name} (deleted)` : name;
}
