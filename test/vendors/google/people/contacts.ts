import { Random } from '#scanner/example/random.js';
import { googleContactColumns } from '#scanner/example/google-contacts.js';
import type { Workspace } from '../directory/workspace.js';
import { phonedCustomer } from '../google-size.js';
import { type Series, seriesBy } from '../series.js';

/** A customer as she stands in Maria's address book. */
export interface Contact {
  readonly index: number;
  /** What stands under a header of the example's export; "" where nothing does. Made when asked for. */
  readonly cell: (header: string) => string;
  /** Fields that somebody named herself. */
  readonly ownFields: readonly (readonly [key: string, value: string])[];
  readonly updated: string;
}

const COLUMNS = new Map(googleContactColumns.map((column) => [column.header, column]));

/** The regulars whom the shop phones; the first are those of the export, and those beyond are of the same kind. */
export function contactsOf({ bakery, size }: Workspace): Series<Contact> {
  const { seed, opening } = bakery.setting;
  return seriesBy(size.contacts, (index) => {
    const customer = bakery.customer(phonedCustomer(index));
    return {
      index,
      cell: (header) =>
        COLUMNS.get(header)?.value(customer, new Random(seed, `${header} ${index}`), opening) ?? '',
      ownFields: ownFieldsOf(index),
      updated: `${customer.created}T09:12:44.120Z`,
    };
  });
}

/** Whoever only wrote once: Google keeps the address by itself. */
export function otherContactsOf({ bakery, size }: Workspace): Series<Contact> {
  return seriesBy(Math.ceil(size.contacts / 3), (index) => {
    // Numbers that end in 8 never bought: none of them stands in the address book.
    const { firstName, lastName, email, created } = bakery.customer(110 * index + 8);
    const cells = new Map([
      ['First Name', firstName],
      ['Last Name', lastName],
      ['E-mail 1 - Value', email ?? ''],
    ]);
    return {
      index,
      cell: (header) => cells.get(header) ?? '',
      ownFields: [],
      updated: `${created}T12:00:00.000Z`,
    };
  });
}

function ownFieldsOf(index: number): Contact['ownFields'] {
  const loaf = ['Rye', 'Sourdough', 'Spelt'][index % 3] ?? 'Rye';
  return [
    ...(index % 5 === 0 ? [['Favourite loaf', loaf] as const] : []),
    // Health, in an address book that is not meant for it.
    ...(index % 6 === 1 ? [['Allergies', index % 4 === 1 ? 'hazelnuts' : 'gluten'] as const] : []),
  ];
}
