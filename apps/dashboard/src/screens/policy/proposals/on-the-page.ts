import { textOf, valueAt } from '../form/page.js';
import type { Value } from '../text/value.js';

/** At which place of a list the entry stands that has a word under a key, in whatever letters; -1: at none. */
export function placeOf(list: Value | undefined, key: string, wanted: string): number {
  return entriesOf(list).findIndex(
    (one) => textOf(valueAt(one, [key])).toLowerCase() === wanted.toLowerCase(),
  );
}

export function entriesOf(list: Value | undefined): readonly Value[] {
  return Array.isArray(list) ? (list as readonly Value[]) : [];
}

/** The words in a piece of evidence, which may be one or several. */
export function textsIn(evidence: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(evidence) ? evidence : [evidence];
  return values.filter((one) => typeof one === 'string').filter((one) => one !== '');
}
