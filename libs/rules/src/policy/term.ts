import { Temporal } from 'temporal-polyfill';
import type { Term } from './policy.js';

const UNITS = ['years', 'months', 'weeks', 'days'] as const;
type Unit = (typeof UNITS)[number];

/** Nobody keeps data for longer than this on purpose; it also keeps every sum a date with a four-digit year. */
const MOST: Readonly<Record<Unit, number>> = { years: 100, months: 1200, weeks: 5200, days: 36500 };

const ISO = /^P(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?$/iu;
const WORDS = /^(?<count>\d+) ?(?<unit>year|month|week|day)s?$/iu;

/** "24 months", "1 year and 6 months" or "P24M" as a term; null for anything else, nothing at all, or more than a century. */
export function parseTerm(text: string): Term | null {
  const trimmed = text.trim().replace(/\s+/gu, ' ');
  const parts = /^P/iu.test(trimmed) ? isoParts(trimmed) : wordParts(trimmed);
  if (parts === null) {
    return null;
  }
  const term = { years: 0, months: 0, weeks: 0, days: 0 };
  const seen = new Set<Unit>();
  for (const { unit, count } of parts) {
    if (seen.has(unit) || count > MOST[unit]) {
      return null;
    }
    seen.add(unit);
    term[unit] = count;
  }
  return UNITS.some((unit) => term[unit] > 0) ? term : null;
}

/** The same day so many calendar months later; the last day of a month that is too short (31 January + 1 month = 28 February). */
export function addTerm(day: string, term: Term): string {
  return Temporal.PlainDate.from(day).add(term).toString();
}

/** "24 months", "1 year and 6 months". */
export function termInWords(term: Term): string {
  return UNITS.filter((unit) => term[unit] > 0)
    .map((unit) => `${term[unit]} ${term[unit] === 1 ? unit.slice(0, -1) : unit}`)
    .join(' and ');
}

/** The local date, YYYY-MM-DD, in an IANA time zone at an instant (E1). */
export function todayIn(timeZone: string, instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Whole days from `earlier` to `later`; negative if they stand the other way round. */
export function daysBetween(earlier: string, later: string): number {
  return Temporal.PlainDate.from(earlier).until(Temporal.PlainDate.from(later), { largestUnit: 'days' }).days;
}

interface Part {
  readonly unit: Unit;
  readonly count: number;
}

function isoParts(text: string): Part[] | null {
  const groups = ISO.exec(text)?.groups;
  if (groups === undefined) {
    return null;
  }
  return UNITS.flatMap((unit) => {
    const count = groups[unit];
    return count === undefined ? [] : [{ unit, count: Number(count) }];
  });
}

function wordParts(text: string): Part[] | null {
  const parts: Part[] = [];
  for (const words of text.split(/,? and |, ?/iu)) {
    const groups = WORDS.exec(words)?.groups;
    if (groups?.['unit'] === undefined) {
      return null;
    }
    parts.push({ unit: `${groups['unit'].toLowerCase()}s` as Unit, count: Number(groups['count']) });
  }
  return parts;
}
