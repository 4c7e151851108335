import { titleOf, type FieldCategory } from '#connectors/contract/category.js';
import { toolOf } from '../vendors/tools.js';
import type { SystemInventory } from '../engine/inventory.js';

/** A text names at most this many things; the evidence names them all. */
const NAMED_IN_TEXT = 5;

/** "crm (HubSpot)"; files of any origin go by the policy's name alone. */
export function systemName({ system, connector }: Pick<SystemInventory, 'system' | 'connector'>): string {
  const { title } = toolOf(connector);
  return title === '' ? system : `${system} (${title})`;
}

/** A category's title inside a sentence: "date of birth", but "IP address". */
export function inSentence(category: FieldCategory): string {
  const title = titleOf(category);
  return /^\p{Lu}{2}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** "a", "a and b", "a, b and c", "a, b, c, d, e and 4 more"; with `or` where one of them is meant. */
export function listed(names: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const shown = names.length > NAMED_IN_TEXT ? names.slice(0, NAMED_IN_TEXT) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** Each once, in alphabetical order: what is said does not depend on the order of reading (law 6). */
export function sortedOnce(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].toSorted();
}

/** "1 record", "12 records", "1,164 records". */
export function counted(count: number, noun: string): string {
  return `${inFigures(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** "1 person", "12 people". */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${inFigures(count)} people`;
}

/** "1,164", the same on every machine. */
export function inFigures(count: number): string {
  return count.toLocaleString('en-US');
}

/** The first letter as it begins a sentence: "Date of birth". */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "30 December 2026", for a day as YYYY-MM-DD. */
export function dayInWords(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "March 2026", for a month as YYYY-MM. */
export function monthInWords(month: string): string {
  return months.format(new Date(`${month}-01T00:00:00Z`));
}
