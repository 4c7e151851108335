import { Column } from './column.js';

/** The second key is the number after the first, as for a new e-mail and a new phone, and is not written down. */
const FOLLOWS = 0x80;
const LISTED = 0x7f;
const BLOCK_BITS = 6;
const WITHIN = (1 << BLOCK_BITS) - 1;

/**
 * The distinct keys of entries, one entry after the other: 4 bytes for the first key, 4 for each that is not told by
 * the one before, and a byte to tell them apart. Reading in order is fast, reading anywhere costs a short walk.
 */
export class EntryKeys {
  private readonly first = Column.ofIds();
  private readonly counts = Column.ofBytes();
  private readonly listed = Column.ofIds();
  private readonly blockStarts = Column.ofIds();
  private listedTotal = 0;
  private entries = 0;
  /** Where the keys listed for the entry that was read last begin. */
  private lastEntry = -1;
  private lastStart = 0;

  get size(): number {
    return this.entries;
  }

  /** Adds an entry; gives its index. Keys beyond the 128th are a list in a cell, and join nobody well. */
  add(keys: readonly number[]): number {
    const entry = this.entries;
    this.entries += 1;
    if ((entry & WITHIN) === 0) this.blockStarts.set(entry >>> BLOCK_BITS, this.listedTotal);
    const first = keys[0] ?? 0;
    this.first.set(entry, first);
    if (keys.length < 2) return entry;
    const follows = keys[1] === first + 1;
    const skipped = follows ? 2 : 1;
    const count = Math.min(keys.length - skipped, LISTED);
    this.counts.set(entry, count | (follows ? FOLLOWS : 0));
    for (let at = 0; at < count; at += 1) this.listed.set(this.listedTotal + at, keys[skipped + at] ?? 0);
    this.listedTotal += count;
    return entry;
  }

  count(entry: number): number {
    if (this.first.get(entry) === 0) return 0;
    const counts = this.counts.get(entry);
    return 1 + (counts >>> 7) + (counts & LISTED);
  }

  at(entry: number, position: number): number {
    const first = this.first.get(entry);
    if (position === 0) return first;
    const follows = this.counts.get(entry) >>> 7;
    if (position <= follows) return first + 1;
    return this.listed.get(this.startOf(entry) + position - 1 - follows);
  }

  isExactly(entry: number, keys: readonly number[]): boolean {
    if (this.count(entry) !== keys.length) return false;
    for (let position = 0; position < keys.length; position += 1) {
      if (this.at(entry, position) !== keys[position]) return false;
    }
    return true;
  }

  /** Once every entry knows its subject. */
  forget(): void {
    for (const column of [this.first, this.counts, this.listed, this.blockStarts]) column.clear();
  }

  private startOf(entry: number): number {
    if (entry === this.lastEntry) return this.lastStart;
    let start = this.lastStart;
    let from = this.lastEntry;
    if (entry !== from + 1 || from === -1) {
      from = (entry >>> BLOCK_BITS) << BLOCK_BITS;
      start = this.blockStarts.get(entry >>> BLOCK_BITS);
    }
    for (let at = from; at < entry; at += 1) start += this.counts.get(at) & LISTED;
    this.lastEntry = entry;
    this.lastStart = start;
    return start;
  }
}
