import { Column } from './column.js';

/** What a key is made of; two bits of its prefix, so that an address is never taken for a phone number. */
export const KeyKind = { email: 1, phone: 2, own: 3 } as const;
export type KeyKind = (typeof KeyKind)[keyof typeof KeyKind];

const SMALLEST = 64;
const FULL = 0.8;
const GROWTH = 1.5;
const TWO_TO_32 = 2 ** 32;

/**
 * Numbers the distinct keys 1, 2, 3 ... in the order they come. Of a keyed hash it keeps 62 bits: among 10 million
 * keys of one kind the odds that any two collide are 1 in 90,000, among 1 million 1 in 9 million. A collision would
 * take two strangers for one customer for the length of one scan. 8 bytes a key, and 4 a slot.
 */
export class KeyTable {
  /** Two numbers a key: kind and upper bits, lower bits. */
  private readonly prefixes = Column.ofIds();
  private slots = new Uint32Array(SMALLEST);
  private count = 0;

  /** How many distinct keys there are; ids run from 1 to this. */
  get size(): number {
    return this.count;
  }

  /** The number of a key. `hash` is a keyed hash of at least 8 bytes. */
  idOf(kind: KeyKind, hash: Uint8Array): number {
    const upper = ((word(hash, 0) & 0x3fffffff) | (kind << 30)) >>> 0;
    const lower = word(hash, 4);
    const capacity = this.slots.length;
    let slot = firstSlot(lower, capacity);
    for (;;) {
      const id = this.slots[slot] ?? 0;
      if (id === 0) return this.added(upper, lower, slot);
      if (this.prefixes.get(id * 2) === upper && this.prefixes.get(id * 2 + 1) === lower) return id;
      slot = slot + 1 === capacity ? 0 : slot + 1;
    }
  }

  /** The kind of every key by its number; then the hashes are dropped and no more keys can be told apart. */
  kindsAndForget(): Uint8Array {
    const kinds = new Uint8Array(this.count + 1);
    for (let id = 1; id <= this.count; id += 1) kinds[id] = this.prefixes.get(id * 2) >>> 30;
    this.prefixes.clear();
    this.slots = new Uint32Array(0);
    return kinds;
  }

  private added(upper: number, lower: number, slot: number): number {
    this.count += 1;
    const id = this.count;
    this.prefixes.set(id * 2, upper);
    this.prefixes.set(id * 2 + 1, lower);
    this.slots[slot] = id;
    if (id > this.slots.length * FULL) this.grow();
    return id;
  }

  private grow(): void {
    const capacity = Math.ceil(this.slots.length * GROWTH);
    const slots = new Uint32Array(capacity);
    for (let id = 1; id <= this.count; id += 1) {
      let slot = firstSlot(this.prefixes.get(id * 2 + 1), capacity);
      while (slots[slot] !== 0) slot = slot + 1 === capacity ? 0 : slot + 1;
      slots[slot] = id;
    }
    this.slots = slots;
  }
}

function firstSlot(lower: number, capacity: number): number {
  return Math.floor((lower * capacity) / TWO_TO_32);
}

function word(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0)) >>>
    0
  );
}
