import { dateOrder, day, dayOf } from '../dates.js';
import { monthOf } from '../months.js';
import type { Window } from './format.js';

interface Report {
  /** Lines above the header: company, report, date range, the first two in either order. */
  readonly titles: readonly (readonly string[])[];
  /** Lines below the last record: the footer says when the report was run. */
  readonly closing: readonly (readonly string[])[];
  /** First to last day of the sales in it. */
  readonly seen: Window | undefined;
  readonly country: string | null;
}

/**
 * What a report covers: its date-range line. "All Dates" ends on the report's own day (E11), or, without a footer,
 * with its last sale. Undefined if nothing tells.
 */
export function reportWindow({ titles, closing, seen, country }: Report): Window | undefined {
  const runOn = wholeLines(closing)
    .map((line) => dayOf(line, null))
    .find((found) => found !== null);
  const printedOn = wholeLines(closing)
    .filter((line) => TIME_OF_DAY.test(line))
    .flatMap((line) => dayOf(line, null) ?? [])[0];
  const lines = wholeLines(titles);
  for (const line of lines) {
    const range = dateRange(line, country);
    // "This year" reaches to December, but a report knows no more than on the day in its footer.
    if (range !== null)
      return printedOn !== undefined && printedOn < range.to ? { ...range, to: printedOn } : range;
  }
  const to = runOn ?? seen?.to;
  if (to === undefined) return undefined;
  return { from: lines.some((line) => ALL_DATES.test(line)) ? null : (seen?.from ?? null), to };
}

/** Cells, and each line put together again: unquoted, the comma in "November 20, 2026" breaks it into two cells. */
function wholeLines(lines: readonly (readonly string[])[]): readonly string[] {
  return lines.flatMap((cells) => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    return filled.length > 1 ? [...filled, filled.join(', ')] : filled;
  });
}

const TIME_OF_DAY = /\d:\d\d\b/;

const ALL_DATES =
  /^(all dates|todas las fechas|toutes les dates|alle (daten|datums|data)|todas as datas|tutte le date)$/i;

/** "January 1 - November 20, 2026", "January 1-20, 2026", "1 - 20 novembre 2026", "November 2026", "01/01/2026 - 11/20/2026". */
function dateRange(line: string, country: string | null): Window | null {
  const numeric = /^(\d[\d/.-]{5,9}\d)\s*(?:-|–|to)\s*(\d[\d/.-]{5,9}\d)$/.exec(line);
  if (numeric?.[1] !== undefined && numeric[2] !== undefined) {
    const order = dateOrder([numeric[1], numeric[2]], country);
    return between(dayOf(numeric[1], order), dayOf(numeric[2], order));
  }
  return monthFirst(line) ?? dayFirst(line) ?? months(line);
}

function monthFirst(line: string): Window | null {
  const found = /^(\p{L}+) (\d{1,2})(?:,? (\d{4}))?\s*(?:-|–|to)\s*(?:(\p{L}+) )?(\d{1,2}),? (\d{4})$/u.exec(
    line,
  );
  if (found === null) return null;
  const [, fromMonth, fromDay, fromYear, toMonth, toDay, year] = found;
  return between(
    day(fromYear ?? year, monthOf(fromMonth), fromDay),
    day(year, monthOf(toMonth ?? fromMonth), toDay),
  );
}

/** "1 January - 20 November 2026" and "1er janvier 2026 - 20 novembre 2026", "1 de enero - 20 de noviembre de 2026". */
function dayFirst(line: string): Window | null {
  const found =
    /^(\d{1,2})(?:er|\.|º)?(?: (?:de )?(\p{L}{3,}))?(?:,? (?:de )?(\d{4}))?\s*(?:-|–|to|a|al|au|bis|tot)\s*(\d{1,2})(?:er|\.|º)? (?:de )?(\p{L}{3,}),? (?:de )?(\d{4})$/u.exec(
      line,
    );
  if (found === null) return null;
  const [, fromDay, fromMonth, fromYear, toDay, toMonth, year] = found;
  return between(
    day(fromYear ?? year, monthOf(fromMonth ?? toMonth), fromDay),
    day(year, monthOf(toMonth), toDay),
  );
}

/** "November 2026" and "January - November, 2026" are whole months. */
function months(line: string): Window | null {
  const found = /^(\p{L}+)(?:\s*(?:-|–|to)\s*(\p{L}+))?,? (?:de )?(\d{4})$/u.exec(line);
  const first = monthOf(found?.[1]);
  const last = monthOf(found?.[2] ?? found?.[1]);
  if (found?.[3] === undefined || first === null || last === null) return null;
  const end = new Date(Date.UTC(Number(found[3]), Number(last), 0)).toISOString().slice(0, 10);
  return between(day(found[3], first, '1'), end);
}

function between(from: string | null, to: string | null): Window | null {
  return from === null || to === null || from > to ? null : { from, to };
}
