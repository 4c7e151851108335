const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Days are YYYY-MM-DD everywhere in the example; tools write them in their own ways. */
export function daysBefore(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) - days);
}

/** Whole days since 1 January 1970. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

export function dayOfNumber(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** 11/23/2026, as American tools write it. */
export function americanDate(day: string): string {
  const { year, month, date } = partsOf(day);
  return `${month}/${date}/${year}`;
}

/** "November 23, 2026". */
export function longDate(day: string): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${Number(day.slice(8, 10))}, ${day.slice(0, 4)}`;
}

/** "Monday, November 23, 2026". */
export function longDateWithWeekday(day: string): string {
  return `${WEEKDAYS[(dayNumber(day) + 4) % 7] ?? ''}, ${longDate(day)}`;
}

/** "23112026", as Google names its downloads. */
export function compactDate(day: string): string {
  const { year, month, date } = partsOf(day);
  return `${date}${month}${year}`;
}

/** "14:07", always the same for the same number. */
export function timeOfDay(number: number): string {
  const minutes = (number * 37) % 600;
  return `${two(8 + Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function partsOf(day: string): { readonly year: string; readonly month: string; readonly date: string } {
  return { year: day.slice(0, 4), month: day.slice(5, 7), date: day.slice(8, 10) };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
