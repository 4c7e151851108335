import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';

/** The three exports of a grown bakery on disk: contacts, customers, and the sales by customer. */
export interface JoinFiles {
  readonly folder: string;
  /** Records and lines of sales; titles and totals not counted. */
  readonly rows: number;
}

const SALES_A_CUSTOMER = 3;
const TODAY = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;

/** Writes them with a fixed seed: `customers` people, three sales each, nine in ten known to the CRM by e-mail and phone. */
export async function writeJoinFiles(folder: string, customers: number): Promise<JoinFiles> {
  mkdirSync(folder, { recursive: true });
  await write(path.join(folder, 'hubspot-contacts.csv'), contactLines(customers));
  await write(path.join(folder, 'quickbooks-customers.csv'), customerLines(customers));
  await write(path.join(folder, 'quickbooks-sales.csv'), salesLines(customers));
  return { folder, rows: customers * (2 + SALES_A_CUSTOMER) };
}

function* contactLines(customers: number): Generator<string> {
  yield 'Record ID,First Name,Last Name,Email,Phone Number,Create Date,Last Activity Date,Unsubscribed from all email\n';
  for (let at = 0; at < customers; at += 1) {
    const created = isoDay(at, 3000);
    yield `${104_500_001 + at * 7},${first(at)},${lastName(at)},${email(at)},${phone(at)},${created} 09:30,${isoDay(at * 7, 900)} 17:05,${at % 20 === 0 ? 'true' : 'false'}\n`;
  }
}

function* customerLines(customers: number): Generator<string> {
  yield 'Sweet Crumb Bakery,,,,,\nCustomer Contact List,,,,,\n\nCustomer full name,Phone numbers,Email,Full name,Bill address,Ship address\n';
  for (let at = 0; at < customers; at += 1) {
    const mail = at % 10 === 9 ? '' : email(at);
    yield `${fullName(at)},Phone:${phone(at)},${mail},${fullName(at)},"${at} Main Street, Springfield",\n`;
  }
}

function* salesLines(customers: number): Generator<string> {
  yield 'Sweet Crumb Bakery,,,,,,,,,\nSales by Customer Detail,,,,,,,,,\n"January 1, 2016 - November 23, 2026",,,,,,,,,\n\n';
  yield ',Transaction date,Transaction type,Num,Product/Service full name,Description,Quantity,Sales price,Amount,Balance\n';
  for (let at = 0; at < customers; at += 1) {
    yield `${fullName(at)},,,,,,,,,\n`;
    for (let sale = 0; sale < SALES_A_CUSTOMER; sale += 1) {
      const number = at * SALES_A_CUSTOMER + sale;
      const type = number % 50 === 49 ? 'Credit Memo' : 'Invoice';
      const amount = type === 'Invoice' ? '24.50' : '-24.50';
      yield `,${usDay(number * 13, 3500)},${type},${1000 + number},Cake,"Birthday cake, ${sale + 1} tiers",1,24.50,${amount},${amount}\n`;
    }
    yield `Total for ${fullName(at)},,,,,,,,$73.50,\n`;
  }
  yield 'TOTAL,,,,,,,,$0.00,\n\n\n"Accrual Basis Monday, November 23, 2026 09:44 AM GMT-05:00"\n';
}

async function write(file: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < 1 << 20) continue;
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  }
  stream.end(text);
  await once(stream, 'finish');
}

const FIRST = ['Anna', 'Ben', 'Cleo', 'Dora', 'Emil', 'Fay', 'Gus', 'Hana'];
const LAST = ['Smith', 'Baker', 'Miller', 'Turner', 'Cooper', 'Mason', 'Archer'];

function first(at: number): string {
  return FIRST[at % FIRST.length] ?? '';
}

function lastName(at: number): string {
  return `${LAST[at % LAST.length] ?? ''}${at}`;
}

function fullName(at: number): string {
  return `${first(at)} ${lastName(at)}`;
}

/** One in five under an alias. */
function email(at: number): string {
  const tag = at % 5 === 0 ? '+orders' : '';
  return `${first(at).toLowerCase()}.${lastName(at).toLowerCase()}${tag}@example.com`;
}

function phone(at: number): string {
  const area = 212 + (Math.floor(at / 1_000_000) % 700);
  const digits = String(2_000_000 + (at % 1_000_000)).padStart(7, '0');
  return `(${area}) ${digits.slice(0, 3)}-${digits.slice(3)}`;
}

function dayBefore(seed: number, span: number): string {
  return new Date(TODAY - ((seed * 2_654_435_761) % span) * DAY).toISOString().slice(0, 10);
}

function isoDay(seed: number, span: number): string {
  return dayBefore(seed, span);
}

function usDay(seed: number, span: number): string {
  const day = dayBefore(seed, span);
  return `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`;
}
