/**
 * Invented numbers that are the same on every machine and in every run: mulberry32, seeded by words. Every stream
 * stands alone, so that one more customer does not change those before.
 */
export class Random {
  private state: number;

  constructor(seed: number, stream: string) {
    this.state = hashOf(`${seed}/${stream}`);
  }

  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One of the list, which must not be empty. */
  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.integer(0, list.length - 1)] ?? list[0];
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}

/** Whether record `index` is among the filled ones, if exactly every `1 / share`-th (rounded up) shall be. */
export function isAmongShare(index: number, share: number): boolean {
  return Math.ceil((index + 1) * share) > Math.ceil(index * share);
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
