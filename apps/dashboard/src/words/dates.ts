import { now } from '../service-clock.js';

const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' });
const weekDays = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const shortDays = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const instants = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const times = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const numbers = new Intl.NumberFormat();

/** "23 November 2026", for a day as YYYY-MM-DD, in the reader's language. */
export const dayInWords = (day: string): string => days.format(new Date(`${day}T00:00:00Z`));

/** "Monday 23 November". */
export const weekDayInWords = (day: string): string => weekDays.format(new Date(`${day}T00:00:00Z`));

/** "23 Nov". */
export const shortDay = (day: string): string => shortDays.format(new Date(`${day}T00:00:00Z`));

/** "23 Nov 2026, 06:12", for an instant, in the reader's time zone. */
export const instantInWords = (instant: string): string => instants.format(new Date(instant));

/** "Monday, 30 November at 06:04 CET": the reader's time, which need not be that of the business. */
export const dueInWords = (instant: string): string => times.format(new Date(instant));

export const inFigures = (count: number): string => numbers.format(count);

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "3 days ago", "in 2 hours", "now". */
export function fromNow(instant: string): string {
  const distance = new Date(instant).getTime() - now();
  const [unit, length] = UNITS.find(([, size]) => Math.abs(distance) >= size) ?? UNITS[2];
  return relative.format(Math.round(distance / length), unit);
}

const hours = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** "10:00 AM", in the reader's time zone. */
export const timeInWords = (instant: string): string => hours.format(new Date(instant));
