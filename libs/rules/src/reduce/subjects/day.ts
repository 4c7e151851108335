import type { Term } from '../../policy/policy.js';
import { addTerm } from '../../policy/term.js';

/**
 * A day as a small number: days since 1970-01-01, so that a column of days takes two bytes a record. 0 is no day:
 * what stands before 1970-01-02 is a placeholder of some program, and readable years end with 2149.
 */
export type Day = number;

export const NO_DAY: Day = 0;
/** Above every day that a cell can hold: for what is certain to stand but says no date. */
export const UNDATED: Day = 0xffff;

const LAST_DAY = UNDATED - 1;
const DAY_MS = 86_400_000;
const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day of a cell that begins `YYYY-MM-DD`; 0 for anything else. The time of day does not count. */
export function dayOf(cell: string): Day {
  if (cell.length < 10 || cell.charCodeAt(4) !== 45 || cell.charCodeAt(7) !== 45) return NO_DAY;
  const year = twoDigits(cell, 0) * 100 + twoDigits(cell, 2);
  const month = twoDigits(cell, 5);
  const date = twoDigits(cell, 8);
  if (!(year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= (MONTH_LENGTHS[month - 1] ?? 0))) {
    return NO_DAY;
  }
  if (month === 2 && date === 29 && !isLeap(year)) return NO_DAY;
  return Math.min(Math.max(daysFromCivil(year, month, date), NO_DAY), LAST_DAY);
}

/** YYYY-MM-DD. */
export function isoDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The last day whose term has run out by `judgedAsOf` (E11: day + term ≤ judgedAsOf); 0 if there is none. */
export function lastDayOverdue(judgedAsOf: Day, keep: Term): Day {
  const end = isoDay(judgedAsOf);
  let low = NO_DAY;
  let high = judgedAsOf;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (addTerm(isoDay(middle), keep) <= end) low = middle;
    else high = middle - 1;
  }
  return low;
}

function twoDigits(cell: string, at: number): number {
  const tens = cell.charCodeAt(at) - 48;
  const ones = cell.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01 in the Gregorian calendar: years begin in March, so that the leap day is the last. */
function daysFromCivil(year: number, month: number, date: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
