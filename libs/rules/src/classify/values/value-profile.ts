import { valueKind, type ValueKind } from './value-kind.js';

const MOST_VALUES = 60;

/** What the values of one field look like, by share; the values themselves are not kept. */
export interface ValueProfile {
  /** Values that were not empty; at most 60 are read. */
  readonly count: number;
  readonly shares: ReadonlyMap<ValueKind, number>;
  /** The mean number of words of a value. */
  readonly meanWords: number;
  /** The share of different values, 0 to 1. */
  readonly variety: number;
}

/** Reads at most 60 values; linear in their bounded length. */
export function profileValues(values: readonly string[]): ValueProfile {
  const read = values.slice(0, MOST_VALUES).filter((value) => value.slice(0, 300).trim() !== '');
  const counts = new Map<ValueKind, number>();
  let words = 0;
  for (const value of read) {
    const kind = valueKind(value);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    words += value.slice(0, 300).trim().split(/\s+/).length;
  }
  const count = read.length;
  return {
    count,
    shares: new Map([...counts].map(([kind, times]) => [kind, times / count])),
    meanWords: count === 0 ? 0 : words / count,
    variety: count === 0 ? 0 : new Set(read).size / count,
  };
}

/** The share of values of any of these kinds. */
export function shareOf(profile: ValueProfile, ...kinds: readonly ValueKind[]): number {
  return kinds.reduce((sum, kind) => sum + (profile.shares.get(kind) ?? 0), 0);
}
