import { monthOf } from './months.js';

/** Which number comes first in `03/04/2026`; null where nothing tells, and then such dates are not judged (E36). */
export type DateOrder = 'day-first' | 'month-first' | null;

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=\D|$)/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|$)/;
/** Countries that write the month first. */
const MONTH_FIRST = new Set(['US', 'PH', 'PR', 'GU', 'FM', 'MH', 'PW', 'VI', 'AS', 'MP']);
/** Both orders are in daily use, so the country tells nothing. */
const EITHER = new Set(['CA', 'KE', 'ZA', 'GH']);

/** Which orders some date demands: `25/12/2026` has its day first. Both: the dates contradict each other. */
export interface OrdersSeen {
  readonly dayFirst: boolean;
  readonly monthFirst: boolean;
}

export function ordersSeen(values: Iterable<string>): OrdersSeen {
  let dayFirst = false;
  let monthFirst = false;
  for (const value of values) {
    const numbers = NUMERIC.exec(value.trim());
    if (numbers === null) continue;
    if (Number(numbers[1]) > 12 || numbers[2] === '.') dayFirst = true;
    if (Number(numbers[3]) > 12) monthFirst = true;
  }
  return { dayFirst, monthFirst };
}

/**
 * The order of a whole column: one value that can be read in one way only tells it for all (`25/12/2026`), then the
 * country does, never the single cell. Null where values contradict each other.
 */
export function dateOrder(values: Iterable<string>, country: string | null): DateOrder {
  return orderBy(ordersSeen(values), country);
}

/** The same, of what was seen. */
export function orderBy({ dayFirst, monthFirst }: OrdersSeen, country: string | null): DateOrder {
  if (dayFirst && monthFirst) return null;
  if (dayFirst) return 'day-first';
  if (monthFirst) return 'month-first';
  if (country === null || EITHER.has(country)) return null;
  return MONTH_FIRST.has(country) ? 'month-first' : 'day-first';
}

/** The day of a date in a file as YYYY-MM-DD; null if it is none, or can be read in two ways. Times are dropped. */
export function dayOf(text: string, order: DateOrder): string | null {
  const value = text.trim();
  const iso = ISO.exec(value);
  if (iso !== null) return day(iso[1], iso[2], iso[3]);
  const numbers = NUMERIC.exec(value);
  if (numbers !== null) {
    const year = numbers[4]?.length === 2 ? `20${numbers[4]}` : numbers[4];
    if (numbers[1] === numbers[3] && order === null) return day(year, numbers[1], numbers[3]);
    if (order === null) return null;
    return order === 'day-first' ? day(year, numbers[3], numbers[1]) : day(year, numbers[1], numbers[3]);
  }
  return named(value);
}

/** "November 20, 2026", "Nov 20 2026", "20 November 2026", "20 de noviembre de 2026", "20-Nov-2026"; a weekday before it, a time behind it. */
function named(value: string): string | null {
  const month = /(?<!\p{L})(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/u.exec(value);
  if (month !== null && monthOf(month[1]) !== null) return day(month[3], monthOf(month[1]), month[2]);
  const first =
    /\b(\d{1,2})(?:st|nd|rd|th|er)?\.?(?: |-)(?:de )?(\p{L}{3,10})\.?,?(?: |-)(?:de )?(\d{4})\b/u.exec(value);
  if (first !== null && monthOf(first[2]) !== null) return day(first[3], monthOf(first[2]), first[1]);
  return null;
}

/** Null for what no calendar has. */
export function day(
  year: string | undefined,
  month: string | null | undefined,
  date: string | undefined,
): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  const real = new Date(Date.UTC(y, m - 1, d));
  const isReal = y >= 1900 && y <= 2199 && real.getUTCMonth() === m - 1 && real.getUTCDate() === d;
  return isReal ? real.toISOString().slice(0, 10) : null;
}
