import { inFigures } from './dates.js';

const plurals = new Intl.PluralRules('en');

/** "1 thing", "1,204 things". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inFigures(count)} ${plurals.select(count) === 'one' ? one : many}`;
}

const lists = new Intl.ListFormat('en', { style: 'long', type: 'conjunction' });

/** "a, b, and c" */
export const listed = (names: readonly string[]): string => lists.format(names);
