import { ownCopy } from './own-copy.js';

/** How many distinct values a field keeps in memory while a scan runs, for the classifier to look at. */
const SIZE = 60;
/** Longer values are cut before they are looked at: their kind shows early, and memory stays bounded. */
const LONGEST = 400;

/**
 * A sample of a field's distinct values that does not depend on the order of rows or files: the values with
 * the smallest hash. The same data in another order must not change a verdict (law 6).
 */
export class ValueSample {
  private readonly byHash = new Map<number, string>();
  private largest = -1;

  add(value: string): void {
    const hash = spread(value);
    if (this.byHash.size >= SIZE && hash > this.largest) return;
    const text = value.length > LONGEST ? value.slice(0, LONGEST) : value;
    const known = this.byHash.get(hash);
    if (known !== undefined) {
      if (text < known) this.byHash.set(hash, ownCopy(text));
      return;
    }
    this.byHash.set(hash, ownCopy(text));
    if (this.byHash.size > SIZE) this.byHash.delete(this.largest);
    this.largest = Math.max(...this.byHash.keys());
  }

  /** In the order of their hashes, which says nothing about the rows. */
  values(): readonly string[] {
    return [...this.byHash].toSorted(([left], [right]) => left - right).map(([, value]) => value);
  }
}

/** FNV-1a with a final mix, so that neighbouring values land far apart. Not for secrets: only for choosing. */
function spread(value: string): number {
  let hash = 0x811c9dc5;
  const length = Math.min(value.length, LONGEST);
  for (let index = 0; index < length; index += 1) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
