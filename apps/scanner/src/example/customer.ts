import { dayNumber, dayOfNumber } from './calendar.js';
import { isAmongShare, Random } from './random.js';
import { ERASED, hasAskedToBeErased, isOldLead, plannedNewsletter } from './cohorts.js';
import { COMPANIES, FIRST_NAMES, LAST_NAMES, STREETS, TOWNS, type Town } from './words.js';

/** Someone who bought, or might buy. The same customer stands in several tools, spelled as each tool has it. */
export interface Customer {
  /** From 0, in the order in which they came; never changes. */
  readonly index: number;
  readonly firstName: string;
  readonly lastName: string;
  /** Null for about one in twelve: walk-ins who only gave a phone number. */
  readonly email: string | null;
  /** Ten digits of the American plan, in the ranges kept for fiction; null where only an address is known. */
  readonly phone: string | null;
  readonly street: string;
  readonly town: Town;
  readonly company: string | null;
  readonly created: string;
  readonly birthday: { readonly year: number; readonly month: number; readonly day: number };
  readonly habit: 'regular' | 'occasional' | 'lapsed' | 'lead';
  readonly newsletter: 'subscribed' | 'unsubscribed' | 'cleaned' | null;
  /** The name under which the books know her; unique, as the books demand. Null for leads. */
  readonly booksName: string | null;
}

/** The shop opened this many days before the first exports. */
const OPEN_FOR = 1700;

/** Area codes near the bakery. With 555-01xx, which is kept for fiction, they give 2,400 numbers. */
const AREA_CODES = [
  '201',
  '203',
  '212',
  '315',
  '332',
  '347',
  '413',
  '475',
  '508',
  '516',
  '518',
  '551',
  '585',
  '607',
  '617',
  '631',
  '646',
  '716',
  '718',
  '845',
  '860',
  '914',
  '917',
  '929',
] as const;

/** The first `count` customers of a bakery; a longer list begins with the shorter one. `today` is the day of the first exports. */
export function inventCustomers(seed: number, count: number, today: string): readonly Customer[] {
  const taken = new Map<string, number>();
  return Array.from({ length: count }, (_, index) => inventCustomer(seed, index, today, taken));
}

/** One of them; alone, her name in the books is not told from her namesakes' before her. */
export function inventCustomer(
  seed: number,
  index: number,
  today: string,
  taken = new Map<string, number>(),
): Customer {
  const random = new Random(seed, `customer ${index}`);
  const isKnown = hasAskedToBeErased(index);
  const firstName = isKnown ? ERASED.firstName : random.pick(FIRST_NAMES);
  const lastName = isKnown ? ERASED.lastName : random.pick(LAST_NAMES);
  const company = isAmongShare(index, 0.06) ? random.pick(COMPANIES) : null;
  const habit = habitOf(index);
  // A few are kept below a company, as "Parent:Child"; most stand alone.
  const isSubCustomer = company !== null && index % 8 === 1;
  const name = `${isSubCustomer ? `${company}:` : ''}${firstName} ${lastName}`;
  const namesakes = taken.get(name) ?? 0;
  taken.set(name, namesakes + 1);
  const email = index % 12 === 5 ? null : emailOf(random, firstName, lastName, index);
  return {
    index,
    firstName,
    lastName,
    email: isKnown ? ERASED.email : email,
    phone: email !== null && index % 7 === 3 ? null : phoneOf(index),
    street: `${random.integer(1, 240)} ${random.pick(STREETS)}`,
    town: random.pick(TOWNS),
    company,
    created: createdOn(random, habit, index, today),
    birthday: { year: random.integer(1942, 2005), month: random.integer(1, 12), day: random.integer(1, 28) },
    habit,
    newsletter: email === null ? null : newsletterFor(index, random),
    booksName: habit === 'lead' ? null : name + (namesakes === 0 ? '' : ` (${namesakes + 1})`),
  };
}

function habitOf(index: number): Customer['habit'] {
  const place = index % 10;
  if (place < 4) return 'regular';
  if (place < 7) return 'occasional';
  return place === 7 ? 'lapsed' : 'lead';
}

function createdOn(random: Random, habit: Customer['habit'], index: number, today: string): string {
  const day = dayNumber(today);
  if (habit === 'lapsed') return dayOfNumber(day - random.integer(900, OPEN_FOR));
  if (isOldLead(index)) return dayOfNumber(day - random.integer(400, 700));
  if (habit === 'lead') return dayOfNumber(day - random.integer(5, 700));
  return dayOfNumber(day - random.integer(60, OPEN_FOR));
}

function newsletterFor(index: number, random: Random): Customer['newsletter'] {
  const planned = plannedNewsletter(index);
  if (planned !== undefined) return planned;
  const dice = random.next();
  if (dice < 0.52) return 'subscribed';
  if (dice < 0.62) return 'unsubscribed';
  return dice < 0.66 ? 'cleaned' : null;
}

function emailOf(random: Random, firstName: string, lastName: string, index: number): string {
  const first = plain(firstName);
  const last = plain(lastName);
  const local = random.pick([
    `${first}.${last}`,
    `${first}${last}`,
    `${first.slice(0, 1)}.${last}`,
    `${last}-${first}`,
  ]);
  return `${local}${index}@${random.pick(['example.com', 'example.org', 'example.net', 'mail.example', 'post.test'])}`;
}

function phoneOf(index: number): string {
  const area = AREA_CODES[index % AREA_CODES.length] ?? AREA_CODES[0];
  return `${area}55501${String(Math.floor(index / AREA_CODES.length) % 100).padStart(2, '0')}`;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^a-z]/giu, '')
    .toLowerCase();
}
