import { americanDate, longDateWithWeekday } from './calendar.js';
import type { Customer } from './customer.js';
import { booksNoteOutOfPlace } from './notes.js';
import { planted } from './planted.js';
import type { Setting } from './setting.js';
import { type PlannedColumn, tableOf } from './table.js';
import { bookedCustomers, COMPANY, type BookedCustomer } from './quickbooks-company.js';
import { xlsxOf } from './xlsx.js';

/** Account numbers that banks and standards print as specimens. */
const SPECIMEN_ACCOUNTS = [
  'DE89 3704 0044 0532 0130 00',
  'GB29 NWBK 6016 1331 9268 19',
  'FR14 2004 1010 0505 0001 3M02 606',
] as const;

export const quickbooksCustomerColumns: readonly PlannedColumn<BookedCustomer>[] = [
  { header: 'Customer full name', value: ({ booksName }) => booksName },
  { header: 'Phone numbers', value: ({ phone }) => (phone === null ? '' : `Phone:${nationalForm(phone)}`) },
  {
    header: 'Email',
    // Where there is no phone number, the address is all that tells who she is in the other tools.
    value: ({ email, phone, booksName }, random) =>
      phone === null || booksName.includes(':') || random.chance(0.8) ? (email ?? '') : '',
  },
  { header: 'Full name', value: ({ firstName, lastName }) => `${firstName} ${lastName}` },
  { header: 'Bill address', value: addressOf },
  { header: 'Ship address', value: (customer, random) => (random.chance(0.4) ? addressOf(customer) : '') },
  { header: 'Company', value: ({ company }) => company ?? '' },
  {
    header: 'Notes',
    value: (customer, random) =>
      booksNoteOutOfPlace(customer) ?? (random.chance(0.1) ? 'Invoice to the office, not to the shop.' : ''),
    planted: [
      {
        ...planted('field.free-text', 'books', 'customer.Notes', 'medium'),
        count: ({ customers }) =>
          bookedCustomers(customers).filter((one) => booksNoteOutOfPlace(one) !== null).length,
      },
    ],
  },
  { header: 'Created on', value: ({ created }) => americanDate(created) },
  {
    header: 'Bank Account',
    value: (_, random) => (random.chance(0.09) ? random.pick(SPECIMEN_ACCOUNTS) : ''),
    // user.financial is declared for the books; sensitive data is covered by its own key only (E2).
    planted: [planted('field.sensitive', 'books', 'customer.bank account', 'high')],
  },
];

/** Reports > Customer Contact List, exported to Excel: title lines above, the day of the run below. */
export function quickbooksCustomersXlsx(
  customers: readonly BookedCustomer[],
  setting: Setting,
): Promise<Buffer> {
  const rows = [
    [COMPANY],
    ['Customer Contact List'],
    [],
    ...tableOf(quickbooksCustomerColumns, customers, setting),
    [],
    [],
    [`${longDateWithWeekday(setting.today)} 09:41 AM GMT-05:00`],
  ];
  return xlsxOf('Customer Contact List', rows, setting.today);
}

/** Address cells hold real newlines. */
function addressOf({ street, town: { city, state, zip } }: Customer): string {
  return `${street}\n${city}, ${state} ${zip}`;
}

function nationalForm(phone: string): string {
  return `(${phone.slice(0, 3)}) ${phone.slice(3, 6)}-${phone.slice(6)}`;
}
