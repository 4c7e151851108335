const numbers = new Intl.NumberFormat('en-US');
const shortDays = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "1,204". */
export function numberInWords(count: number): string {
  return numbers.format(count);
}

/** "1 record", "1,204 records"; a plural that is not made with s is given. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${numberInWords(count)} ${count === 1 ? noun : plural}`;
}

/** "23 November 2026", for a day as YYYY-MM-DD. */
export function dayInWords(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** "23 Nov", for a day as YYYY-MM-DD. */
export function shortDayInWords(day: string): string {
  return shortDays.format(new Date(`${day}T00:00:00Z`));
}

const daysWithYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "23 Nov 2026", for a day as YYYY-MM-DD where there is little room. */
export function shortDay(day: string): string {
  return daysWithYear.format(new Date(`${day}T00:00:00Z`)).replace('Sept', 'Sep');
}

/** "a", "a and b", "a, b and c"; beyond `most` the rest is counted: "a, b and 3 more". */
export function listed(names: readonly string[], most = 5): string {
  const isLong = names.length > most;
  const parts = isLong ? [...names.slice(0, most), `${numberInWords(names.length - most)} more`] : names;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** The first letter as it begins a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
