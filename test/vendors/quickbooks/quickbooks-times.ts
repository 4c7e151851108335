import { timeOfDay } from '#scanner/example/calendar.js';

/** QuickBooks writes all instants in the Pacific zone, whatever the company's own: "2020-09-29T06:02:35-07:00". */
export function timeOn(day: string, number: number): string {
  return `${day}T${timeOfDay(number)}:${String((number * 13) % 60).padStart(2, '0')}-07:00`;
}

/** The instant of an answer, with milliseconds. */
export function answerTime(now: Date): string {
  return `${new Date(now.getTime() - 7 * 3_600_000).toISOString().slice(0, -1)}-07:00`;
}
