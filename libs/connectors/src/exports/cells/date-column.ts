import { type DateOrder, dayOf, orderBy, ordersSeen } from '../dates.js';

/** What stands in the receipt of a table with dates that nobody can be sure of: no rule may speak of absence then. */
const TWO_ORDERS = 'dates in two orders';
const TWO_WAYS = 'dates that can be read in two ways';

/** Other spellings of a date than ISO repeat from row to row; more than this are times, and not worth keeping. */
const MOST_REMEMBERED = 5_000;

/** Makes the dates of one column comparable: `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, as local as they stood there. */
export class DateColumn {
  /** Why some of its dates are not read; null while all are. */
  doubt: string | null = null;

  private lowest = 0;
  private highest = 0;
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
    const iso = isoNumber(cell);
    if (iso !== 0) {
      this.saw(iso);
      return cell.length === 10 ? cell : withTime(cell);
    }
    let read = this.known.get(cell);
    if (read === undefined) {
      read = this.readSpelled(cell);
      if (this.known.size < MOST_REMEMBERED) this.known.set(cell, read);
    }
    return read;
  }

  /** First day that was read; null before any was. */
  get first(): string | null {
    return this.lowest === 0 ? null : dayText(this.lowest);
  }

  get last(): string | null {
    return this.highest === 0 ? null : dayText(this.highest);
  }

  private readSpelled(cell: string): string {
    const read = cell === '' ? '' : dayOf(cell, this.order);
    if (read === null) {
      this.wonder(cell);
      return this.keepsWords ? cell : '';
    }
    this.saw(isoNumber(read));
    return read;
  }

  /** A date that would be one in the other order. */
  private wonder(cell: string): void {
    if (dayOf(cell, 'day-first') === null && dayOf(cell, 'month-first') === null) return;
    if (this.isSettled) this.doubt = TWO_ORDERS;
    else this.doubt ??= TWO_WAYS;
  }

  private saw(day: number): void {
    if (day === 0) return;
    if (day > this.highest) this.highest = day;
    if (this.lowest === 0 || day < this.lowest) this.lowest = day;
  }
}

/** 20261120 for what begins with `2026-11-20`; 0 for anything else, and for what no calendar has. */
function isoNumber(cell: string): number {
  if (cell.length < 10 || cell.charCodeAt(4) !== 45 || cell.charCodeAt(7) !== 45) return 0;
  const year = twoDigits(cell, 0) * 100 + twoDigits(cell, 2);
  const month = twoDigits(cell, 5);
  const date = twoDigits(cell, 8);
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= 31)) return 0;
  // The last days of a month are left to the calendar.
  if (date > 28 && dayOf(cell.slice(0, 10), null) === null) return 0;
  return year * 10_000 + month * 100 + date;
}

function dayText(day: number): string {
  const digits = String(day);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The time in any of the ways programs write it; its zone is dropped, and a time that is none. */
function withTime(cell: string): string {
  const isPlain = cell.charCodeAt(10) === 32 && cell.charCodeAt(13) === 58;
  if (isPlain && cell.length === 19 && cell.charCodeAt(16) === 58) return cell;
  if (isPlain && cell.length === 16) return `${cell}:00`;
  const time = /^[T ](\d\d:\d\d)(:\d\d)?(?=\D|$)(?!.*[AaPp]\.?[Mm])/.exec(cell.slice(10));
  const day = cell.slice(0, 10);
  return time === null ? day : `${day} ${time[1] ?? ''}${time[2] ?? ':00'}`;
}

function twoDigits(cell: string, at: number): number {
  const tens = cell.charCodeAt(at) - 48;
  const ones = cell.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
