import { timeOfDay } from '#scanner/example/calendar.js';

/** The bakery's clock is so many hours behind UTC. It is open from 8 to 18: no instant reaches into another day. */
const HOURS_BEHIND = 5;

/** An instant on a day of the bakery, as the API writes it: "2024-09-12T16:36:05.267Z". Same number, same time. */
export function instantOf(day: string, number: number): string {
  const time = timeOfDay(number);
  const hours = Number(time.slice(0, 2)) + HOURS_BEHIND;
  const milliseconds = (number * 31) % 60_000;
  const seconds = Math.floor(milliseconds / 1000);
  return `${day}T${hours}:${time.slice(3)}:${padded(seconds, 2)}.${padded(milliseconds % 1000, 3)}Z`;
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
