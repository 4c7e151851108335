import { Temporal } from 'temporal-polyfill';

const A_DAY_MS = 86_400_000;

/**
 * The week that a mail belongs to, as ISO 8601 names it (`2026-W48`), in a time zone. What was missed for longer than a day
 * belongs to the week in which it is caught up: it tells of that week, and that week gets no other.
 */
export function weekNameOf(due: Date, now: Date, timeZone: string): string {
  const instant = now.getTime() - due.getTime() < A_DAY_MS ? due : now;
  const date = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}
