import iconv from 'iconv-lite';
import { daysBefore } from './calendar.js';
import type { Customer } from './customer.js';
import { type Plan, planted } from './planted.js';
import { Random } from './random.js';
import type { Setting } from './setting.js';
import { csvOf } from './table.js';
import { type Cell, xlsxOf } from './xlsx.js';

interface DriveFile extends Plan {
  /** Relative to the exports folder. */
  readonly path: string;
  readonly content: (customers: readonly Customer[], setting: Setting) => string | Buffer | Promise<Buffer>;
}

const OLD_LIST = 'drive/catering list 2023 (old).xlsx';
const MARKET_LIST = 'drive/weihnachtsmarkt-kunden.csv';

/** Spreadsheets that lie about in the office drive. */
export const driveFiles: readonly DriveFile[] = [
  {
    path: 'drive/catering-orders.xlsx',
    content: cateringOrders,
    // The policy lets notes into this sheet, but the column is empty.
    planted: [planted('field.missing', 'catering', 'user.content.private', 'low')],
    nearMiss:
      'claimed by files:; its allergies are declared by their own key (E2); its regulars are no strangers, the books know them (E12)',
  },
  {
    path: OLD_LIST,
    content: oldCateringList,
    planted: [planted('field.wrong-system', 'unclaimed', OLD_LIST, 'high')],
  },
  {
    path: MARKET_LIST,
    content: marketList,
    planted: [planted('field.wrong-system', 'unclaimed', MARKET_LIST, 'high')],
  },
  {
    path: 'drive/new-order-form.csv',
    content: () => csvOf([['Name', 'Email', 'Phone', 'Date of birth']]),
    nearMiss: 'only a header: nobody is in it (E5, E27)',
  },
  {
    path: 'drive/price-list.csv',
    content: priceList,
    nearMiss: 'nobody claims it, and nobody is in it',
  },
];

/** Asked about a date once and stand nowhere else: nobody can tell when to forget them (E12). */
const enquiries: readonly (readonly Cell[])[] = [
  ['', 'Ottoline Farr', '9175550191', 'ottoline.farr@post.test', 60, '', ''],
  ['', 'Barnaby Wren', '9175550192', 'barnaby.wren@post.test', 25, 'nuts', ''],
  ['', 'Sunniva Holt', '9175550193', '', 110, '', ''],
];
export const UNDATED_ENQUIRIES = enquiries.length;

/** Kept by the kitchen; the policy claims it for the system `catering`. */
function cateringOrders(customers: readonly Customer[], { seed, today }: Setting): Promise<Buffer> {
  const regulars = customers.filter(isCatered).map((customer, index): readonly Cell[] => {
    const random = new Random(seed, `catering ${index}`);
    return [
      { day: daysBefore(today, -random.integer(1, 60)) },
      `${customer.firstName} ${customer.lastName}`,
      customer.phone ?? '',
      customer.email ?? '',
      random.integer(8, 120),
      random.pick(['', 'nuts (two guests)', 'gluten', 'shellfish']),
      '',
    ];
  });
  return xlsxOf(
    'Orders',
    [
      ['Event date', 'Customer name', 'Phone', 'Email', 'Guests', 'Allergies', 'Notes'],
      ...regulars,
      ...enquiries,
    ],
    today,
  );
}

function isCatered({ habit, index }: Customer): boolean {
  return habit === 'regular' && index < 100;
}

/** Whose it is and why it is still there, nobody knows. */
function oldCateringList(customers: readonly Customer[], { today }: Setting): Promise<Buffer> {
  const rows = customers
    .filter(({ index }) => index % 33 === 4)
    .map(({ firstName, lastName, phone, email, town }): readonly Cell[] => [
      firstName,
      lastName,
      phone ?? '',
      email ?? '',
      town.city,
    ]);
  return xlsxOf(
    'Sheet1',
    [['First name', 'Last name', 'Phone', 'E-mail', 'City'], ...rows],
    daysBefore(today, 1000),
  );
}

/** From a partner at the German Christmas market: Windows-1252, semicolons, dates and decimals as there. */
function marketList(customers: readonly Customer[]): Buffer {
  const rows = customers
    .filter(({ index }) => index % 66 === 8)
    .map(({ firstName, lastName, email, index }) => [
      firstName,
      lastName,
      email ?? '',
      `Müllerstraße ${index % 90}`,
      '01.12.2025',
      `${index % 40},50`,
    ]);
  const text = csvOf([['Vorname', 'Nachname', 'E-Mail', 'Straße', 'Bestellt am', 'Betrag (€)'], ...rows], {
    delimiter: ';',
    newline: '\r\n',
  });
  return iconv.encode(text, 'windows-1252');
}

function priceList(): string {
  return csvOf([
    ['Product', 'Size', 'Price', 'Shelf life (days)'],
    ['Sourdough loaf', '800 g', '8.50', '4'],
    ['Rye loaf', '1 kg', '7.25', '6'],
    ['Birthday cake', '9 inch', '54.00', '3'],
    ['Croissants', 'box of 12', '36.00', '1'],
  ]);
}
