import { dateOrder, day, dayOf, monthOf } from '../dates.js';
import type { Window } from './format.js';

interface Report {
  /** Lines above the header: company, report, date range, the first two in either order. */
  readonly titles: readonly (readonly string[])[];
  /** Lines below the last record: the footer says when the report was run. */
  readonly closing: readonly (readonly string[])[];
  /** Days of the sales as they stand. */
  readonly days: Iterable<string>;
  readonly country: string | null;
}

/**
 * What a report covers: its date-range line. "All Dates" ends on the report's own day (E11), or, without a footer,
 * with its last sale. Undefined if nothing tells.
 */
export function reportWindow({ titles, closing, days, country }: Report): Window | undefined {
  const lines = titles.flat().filter((line) => line !== '');
  for (const line of lines) {
    const range = dateRange(line, country);
    if (range !== null) return range;
  }
  const runOn = closing
    .flat()
    .map((line) => dayOf(line, null))
    .find((found) => found !== null);
  const seen = seenDays(days, country);
  const last = runOn ?? seen.at(-1);
  if (last === undefined) return undefined;
  return { from: lines.some((line) => /^all dates$/i.test(line)) ? null : (seen[0] ?? null), to: last };
}

function seenDays(days: Iterable<string>, country: string | null): readonly string[] {
  const values = [...days];
  const order = dateOrder(values, country);
  return values
    .map((value) => dayOf(value, order))
    .filter((value) => value !== null)
    .toSorted();
}

/** "January 1 - November 20, 2026", "July 1-August 3, 2026", "January 1-20, 2026", "November 2026", "01/01/2026 - 11/20/2026". */
function dateRange(line: string, country: string | null): Window | null {
  const numeric = /^(\d[\d/.-]{5,9}\d)\s*(?:-|–|to)\s*(\d[\d/.-]{5,9}\d)$/.exec(line);
  if (numeric?.[1] !== undefined && numeric[2] !== undefined) {
    const order = dateOrder([numeric[1], numeric[2]], country);
    return between(dayOf(numeric[1], order), dayOf(numeric[2], order));
  }
  const named = /^(\p{L}+) (\d{1,2})(?:,? (\d{4}))?\s*(?:-|–|to)\s*(?:(\p{L}+) )?(\d{1,2}),? (\d{4})$/u.exec(
    line,
  );
  if (named !== null) {
    const [, fromMonth, fromDay, fromYear, toMonth, toDay, year] = named;
    return between(
      day(fromYear ?? year, monthOf(fromMonth), fromDay),
      day(year, monthOf(toMonth ?? fromMonth), toDay),
    );
  }
  return months(line);
}

/** "November 2026" and "January - November, 2026" are whole months. */
function months(line: string): Window | null {
  const found = /^(\p{L}+)(?:\s*(?:-|–|to)\s*(\p{L}+))?,? (\d{4})$/u.exec(line);
  const first = monthOf(found?.[1]);
  const last = monthOf(found?.[2] ?? found?.[1]);
  if (found?.[3] === undefined || first === null || last === null) return null;
  const end = new Date(Date.UTC(Number(found[3]), Number(last), 0)).toISOString().slice(0, 10);
  return between(day(found[3], first, '1'), end);
}

function between(from: string | null, to: string | null): Window | null {
  return from === null || to === null || from > to ? null : { from, to };
}
