import { giveBack } from './give-back.js';
import type { Resource } from './resource.js';

const SMALLEST = 64;
/** Fuller tables take longer to search, emptier ones more room. */
const FULL = 0.85;
const GROWTH = 1.3;

/** Finds the entry of a resource that has exactly these keys: the lines of one customer become one entry. */
export class EntryTable {
  private readonly resource: Resource;
  private slots = new Uint32Array(SMALLEST);

  constructor(resource: Resource) {
    this.resource = resource;
  }

  /** The entry with these keys, added if there is none. */
  entryOf(keys: readonly number[]): number {
    const capacity = this.slots.length;
    let slot = firstSlot(keys, capacity);
    for (;;) {
      const entry = (this.slots[slot] ?? 0) - 1;
      if (entry === -1) break;
      if (this.resource.keys.isExactly(entry, keys)) return entry;
      slot = slot + 1 === capacity ? 0 : slot + 1;
    }
    const added = this.resource.keys.add(keys);
    this.slots[slot] = added + 1;
    if (added + 1 > capacity * FULL) this.grow();
    return added;
  }

  /** Once every line was read. */
  forget(): void {
    giveBack(this.slots);
  }

  private grow(): void {
    const capacity = Math.ceil(this.slots.length * GROWTH);
    giveBack(this.slots);
    const slots = new Uint32Array(capacity);
    const keys: number[] = [];
    for (let entry = 0; entry < this.resource.size; entry += 1) {
      keys.length = 0;
      const count = this.resource.keys.count(entry);
      for (let at = 0; at < count; at += 1) keys.push(this.resource.keys.at(entry, at));
      let slot = firstSlot(keys, capacity);
      while (slots[slot] !== 0) slot = slot + 1 === capacity ? 0 : slot + 1;
      slots[slot] = entry + 1;
    }
    this.slots = slots;
  }
}

function firstSlot(keys: readonly number[], capacity: number): number {
  let mixed = 0;
  for (const key of keys) mixed = Math.imul(mixed ^ key, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  return Math.floor(((Math.imul(mixed, 0x85ebca6b) >>> 0) * capacity) / 2 ** 32);
}
