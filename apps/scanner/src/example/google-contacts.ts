import type { Customer } from './customer.js';
import { planted } from './planted.js';
import type { Setting } from './setting.js';
import { csvOf, type PlannedColumn, tableOf } from './table.js';

export const googleContactColumns: readonly PlannedColumn<Customer>[] = [
  { header: 'First Name', value: ({ firstName }) => firstName },
  { header: 'Last Name', value: ({ lastName }) => lastName },
  { header: 'Organization Name', value: ({ company }) => company ?? '' },
  {
    header: 'Birthday',
    value: ({ birthday: { month, day }, index }) =>
      index % 3 === 0 ? `--${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : '',
    planted: [planted('field.wrong-system', 'office', 'user.demographic.date_of_birth', 'high')],
  },
  {
    header: 'Notes',
    value: ({ index }) =>
      index % 4 === 0 ? 'Key is under the second pot.\nPays by card, "never cash".' : '',
  },
  { header: 'Labels', value: (_, random) => random.pick(['* myContacts', 'Catering ::: * myContacts']) },
  { header: 'E-mail 1 - Label', value: () => '* ' },
  { header: 'E-mail 1 - Value', value: ({ email, index }) => twice(email, index) },
  { header: 'Phone 1 - Label', value: () => 'Mobile' },
  { header: 'Phone 1 - Value', value: ({ phone }) => (phone === null ? '' : `+1${phone}`) },
  { header: 'Address 1 - Label', value: () => 'Home' },
  {
    header: 'Address 1 - Formatted',
    value: ({ street, town }) => `${street}\n${town.city}, ${town.state} ${town.zip}\nUS`,
    nearMiss: 'declared for the office by user.contact.address',
  },
  { header: 'Address 1 - Street', value: ({ street }) => street },
  { header: 'Address 1 - City', value: ({ town }) => town.city },
  { header: 'Address 1 - Region', value: ({ town }) => town.state },
  { header: 'Address 1 - Postal Code', value: ({ town }) => town.zip },
  { header: 'Address 1 - Country', value: () => 'US' },
];

/** contacts.google.com > Export > Google CSV: the regulars whom the shop phones. */
export function googleContactsCsv(customers: readonly Customer[], setting: Setting): string {
  return csvOf(tableOf(googleContactColumns, customers.filter(isPhoned), setting));
}

function isPhoned({ habit, index }: Customer): boolean {
  return habit === 'regular' && index % 11 === 0;
}

/** Google joins several values of one cell. */
function twice(email: string | null, index: number): string {
  if (email === null) return '';
  return index % 4 === 0 ? `${email} ::: second.${email}` : email;
}
