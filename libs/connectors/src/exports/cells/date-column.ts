import { type DateOrder, dayOf, orderBy, ordersSeen } from '../dates.js';

/** What stands in the receipt of a table with dates that nobody can be sure of: no rule may speak of absence then. */
export const TWO_ORDERS = 'dates in two orders';
export const TWO_WAYS = 'dates that can be read in two ways';

/** Other spellings of a date than ISO repeat from row to row; more than this are times, and not worth keeping. */
const MOST_REMEMBERED = 5_000;

/** Makes the dates of one column comparable: `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, as local as they stood there. */
export class DateColumn {
  /** First and last day that was read. */
  first: string | null = null;
  last: string | null = null;
  /** Why some of its dates are not read; null while all are. */
  doubt: string | null = null;

  private order: DateOrder = null;
  private isSettled = false;
  private readonly keepsWords: boolean;
  private readonly known = new Map<string, string>();

  /** `keepsWords`: what is no date stays as it is, because "yes" says something too. */
  constructor({ keepsWords }: { readonly keepsWords: boolean }) {
    this.keepsWords = keepsWords;
  }

  /** Decides the order of day and month, by the first cells of the column, else by the country. Call once, first. */
  settle(cells: Iterable<string>, country: string | null): void {
    const seen = ordersSeen(cells);
    this.order = orderBy(seen, country);
    this.isSettled = this.order !== null;
    if (seen.dayFirst && seen.monthFirst) this.doubt = TWO_ORDERS;
  }

  /** The cell as it goes on; "" for what is no date or cannot be told. */
  read(cell: string): string {
    if (cell === '') return '';
    const iso = isoDate(cell);
    if (iso !== null) {
      this.saw(iso);
      return iso;
    }
    let read = this.known.get(cell);
    if (read === undefined) {
      read = this.readSpelled(cell);
      if (this.known.size < MOST_REMEMBERED) this.known.set(cell, read);
    }
    return read;
  }

  private readSpelled(cell: string): string {
    const read = dayOf(cell, this.order);
    if (read === null) {
      this.wonder(cell);
      return this.keepsWords ? cell : '';
    }
    this.saw(read);
    return read;
  }

  /** A date that would be one in the other order. */
  private wonder(cell: string): void {
    if (dayOf(cell, 'day-first') === null && dayOf(cell, 'month-first') === null) return;
    if (this.isSettled) this.doubt = TWO_ORDERS;
    else this.doubt ??= TWO_WAYS;
  }

  private saw(date: string): void {
    if (this.first === null || this.last === null) {
      this.first = this.last = date.slice(0, 10);
    } else if (date < this.first) this.first = date.slice(0, 10);
    else if (date > this.last) this.last = date.slice(0, 10);
  }
}

/** `2026-11-20`, with a time in any of the ways programs write it; the zone is dropped. Null for anything else. */
function isoDate(cell: string): string | null {
  if (cell.length < 10 || cell.charCodeAt(4) !== 45 || cell.charCodeAt(7) !== 45) return null;
  const year = number(cell, 0) * 100 + number(cell, 2);
  const month = number(cell, 5);
  const date = number(cell, 8);
  // The last days of a month are left to the calendar.
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= 28)) {
    return /^\d{4}-\d\d-\d\d/.test(cell) ? withTime(dayOf(cell, null), cell) : null;
  }
  return withTime(cell.length === 10 ? cell : cell.slice(0, 10), cell);
}

function withTime(day: string | null, cell: string): string | null {
  if (day === null || cell.length === 10) return day;
  const between = cell.charCodeAt(10);
  if (cell.length === 19 && between === 32) return cell;
  const time = /^[T ](\d\d:\d\d)(:\d\d)?(?=\D|$)(?!.*[AaPp]\.?[Mm])/.exec(cell.slice(10));
  return time === null ? day : `${day} ${time[1] ?? ''}${time[2] ?? ':00'}`;
}

function number(cell: string, at: number): number {
  const tens = cell.charCodeAt(at) - 48;
  const ones = cell.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
