import { timeOfDay } from '#scanner/example/calendar.js';

/** The bakery's shop hours are these many hours behind UTC; they never reach into another day. */
const HOURS_BEHIND = 5;

/** An instant on a day of the bakery, as the API writes it: "2024-09-12T16:36:05.267Z". Same number, same time. */
export function instantOf(day: string, number: number): string {
  const [hours = '0', minutes = '0'] = timeOfDay(number).split(':');
  const milliseconds = (number * 31) % 60_000;
  const start = Date.parse(`${day}T00:00:00Z`);
  const at = start + (Number(hours) + HOURS_BEHIND) * 3_600_000 + Number(minutes) * 60_000 + milliseconds;
  return new Date(at).toISOString();
}
