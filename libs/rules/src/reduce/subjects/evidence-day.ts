import { type Day, dayOf, NO_DAY } from './day.js';

/** Countries that write the month first. */
const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'PH']);
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/u;

/**
 * The day of a field that the business named as evidence, in the form of the country: no data sheet knows the column,
 * so its cells come as they stand. 0 where the order of day and month is not certain (E36).
 */
export function evidenceDay(cell: string, country: string | null): Day {
  const text = cell.trim().replaceAll('/', '-');
  const iso = dayOf(text);
  if (iso !== NO_DAY) return iso;
  const [, first = '', second = '', year = ''] = NUMERIC.exec(cell.trim()) ?? [];
  if (year === '') return NO_DAY;
  const isMonthFirst = country === null ? null : MONTH_FIRST.has(country.toUpperCase());
  if (Number(second) > 12) return dayFrom(year, first, second);
  if (Number(first) > 12 || isMonthFirst === false) return dayFrom(year, second, first);
  return isMonthFirst === true ? dayFrom(year, first, second) : NO_DAY;
}

function dayFrom(year: string, month: string, date: string): Day {
  return dayOf(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}
