import { BugError } from '#connectors/contract/error.js';
import { giveBack } from './give-back.js';

/** What a key is made of; two bits of its prefix, so that an address is never taken for a phone number. */
export const KeyKind = { email: 1, phone: 2, own: 3 } as const;
export type KeyKind = (typeof KeyKind)[keyof typeof KeyKind];

const SMALLEST = 64;
/** Fuller tables take longer to search, emptier ones more room. */
const FULL = 0.85;
const GROWTH = 1.3;
const TWO_TO_32 = 2 ** 32;
/** Prefixes grow by pieces of this many keys: nothing is copied, and little stands empty. */
const PIECE_BITS = 14;
const PIECE = 1 << PIECE_BITS;
const WITHIN = PIECE - 1;
/** A slot holds the number of a key and, above it, six bits of the key. */
const ID_BITS = 26;
const MOST_KEYS = 2 ** ID_BITS - 1;
const MARK = 0x3f;

/**
 * Numbers the distinct keys 1, 2, 3 ... in the order they come. Of a keyed hash it keeps 62 bits: among 10 million
 * keys of one kind the odds that any two collide are 1 in 90,000, among 1 million 1 in 9 million. A collision would
 * take two strangers for one customer for the length of one scan. 8 bytes a key, and 4 a slot.
 */
export class KeyTable {
  /** Two numbers a key, side by side: kind and upper bits, lower bits. */
  private prefixes: Uint32Array[] = [];
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
    const { slots, prefixes } = this;
    const capacity = slots.length;
    const mark = upper & MARK;
    let slot = firstSlot(lower, capacity);
    for (;;) {
      const found = slots[slot] ?? 0;
      if (found === 0) return this.added(upper, lower, slot);
      // The neighbours in a row of slots are other keys: looking each of them up would miss the cache each time.
      if (found >>> ID_BITS === mark) {
        const id = found & MOST_KEYS;
        const piece = prefixes[id >>> PIECE_BITS];
        const at = (id & WITHIN) * 2;
        if (piece !== undefined && piece[at + 1] === lower && piece[at] === upper) return id;
      }
      slot = slot + 1 === capacity ? 0 : slot + 1;
    }
  }

  /** The kind of every key by its number; then the hashes are dropped and no more keys can be told apart. */
  kindsAndForget(): Uint8Array {
    const kinds = new Uint8Array(this.count + 1);
    for (let id = 1; id <= this.count; id += 1) {
      kinds[id] = (this.prefixes[id >>> PIECE_BITS]?.[(id & WITHIN) * 2] ?? 0) >>> 30;
    }
    giveBack(this.slots, ...this.prefixes);
    this.prefixes = [];
    return kinds;
  }

  private added(upper: number, lower: number, slot: number): number {
    this.count += 1;
    const id = this.count;
    if (id > MOST_KEYS) throw new BugError({ message: 'A join has more keys than its table can number' });
    const piece = (this.prefixes[id >>> PIECE_BITS] ??= new Uint32Array(PIECE * 2));
    const at = (id & WITHIN) * 2;
    piece[at] = upper;
    piece[at + 1] = lower;
    this.slots[slot] = held(upper, id);
    if (id > this.slots.length * FULL) this.grow();
    return id;
  }

  private grow(): void {
    const capacity = Math.ceil(this.slots.length * GROWTH);
    // The keys themselves tell their new places: the old table goes before the new one comes.
    giveBack(this.slots);
    const slots = new Uint32Array(capacity);
    for (let id = 1; id <= this.count; id += 1) {
      const piece = this.prefixes[id >>> PIECE_BITS];
      const at = (id & WITHIN) * 2;
      let slot = firstSlot(piece?.[at + 1] ?? 0, capacity);
      while (slots[slot] !== 0) slot = slot + 1 === capacity ? 0 : slot + 1;
      slots[slot] = held(piece?.[at] ?? 0, id);
    }
    this.slots = slots;
  }
}

function held(upper: number, id: number): number {
  return (((upper & MARK) << ID_BITS) | id) >>> 0;
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
