import type { Column, RecordFormat } from './format.js';

const own = { type: 'string', custom: false } as const;

/** Columns of the report, by what they hold; the word Customer follows a company setting (Client, Patient ...). */
const COLUMNS: readonly (readonly [header: RegExp, column: Omit<Column, 'label'>])[] = [
  [
    /^(?!billing |shipping )\p{L}+ full name$/u,
    { ...own, name: 'DisplayName', category: 'user.name', role: 'own_key' },
  ],
  [
    /^phone( numbers?)?$/,
    { ...own, name: 'PrimaryPhone', category: 'user.contact.phone_number', role: 'phone' },
  ],
  [
    /^e-?mail( address)?$/,
    { ...own, name: 'PrimaryEmailAddr', category: 'user.contact.email', role: 'email' },
  ],
  [/^full name$/, { ...own, name: 'FullName', category: 'user.name' }],
  [/^(bill|billing) address$/, { ...own, name: 'BillAddr', category: 'user.contact.address' }],
  [/^(ship|shipping) address$/, { ...own, name: 'ShipAddr', category: 'user.contact.address' }],
  [/^company( name)?$/, { ...own, name: 'CompanyName', category: 'user.contact.organization' }],
  [/^(created on|create date)$/, { ...own, name: 'CreateTime', category: 'none', role: 'created' }],
  [/^\p{L}+ type$/u, { ...own, name: 'CustomerTypeRef', category: 'none' }],
  [/^terms$/, { ...own, name: 'SalesTermRef', category: 'none' }],
  [/^notes?$/, { ...own, name: 'Notes', category: 'user.content.private' }],
  [/^(website|web site)$/, { ...own, name: 'WebAddr', category: 'user.contact.url' }],
];

/** Reports > Customer contact list. The name shown is the only key: the report has no id. */
export const quickbooksCustomers: RecordFormat = {
  gives: 'records',
  title: 'QuickBooks customer contact list',
  connector: 'quickbooks',
  object: 'customer',
  choosesColumns: true,
  groups: false,
  recognises: (names) =>
    [...names].some((name) => /^\p{L}+ full name$/u.test(name)) &&
    ['phone numbers', 'bill address', 'ship address'].filter((name) => names.has(name)).length >= 2,
  open({ header, names }) {
    const phones = names.indexOf('phone numbers');
    return {
      columns: header.map((label, at) => column(label, names[at] ?? '')),
      arrange: (cells) => {
        if (isFooter(cells)) return null;
        return phones === -1 ? cells : cells.with(phones, withoutWord(cells[phones] ?? ''));
      },
    };
  },
};

function column(label: string, name: string): Column {
  const known = COLUMNS.find(([pattern]) => pattern.test(name))?.[1];
  return known === undefined ? { name, label, type: 'unknown', custom: true } : { ...known, label };
}

/** "Friday, November 20, 2026 10:05 AM GMT-05:00": when the report was run. */
function isFooter(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && /^(\w+ basis )?\w+day, \w+ \d{1,2}, \d{4} /i.test(filled.join(''));
}

/** "Phone:(555) 010-1234 Mobile:..." holds the numbers behind words; several become one list. */
function withoutWord(cell: string): string {
  return cell
    .split(/\s*[\p{L} ]+:\s*/u)
    .map((part) => part.replace(/[\s,;]+$/, ''))
    .filter((part) => part !== '')
    .join('; ');
}
