/** A list that is made as it is read. */
export interface Series<T> {
  readonly length: number;
  /** `index` from 0; always the same for the same index. */
  readonly at: (index: number) => T;
}

export function seriesOf<T>(items: readonly T[]): Series<T> {
  return {
    length: items.length,
    at: (index) => {
      const item = items[index];
      if (item === undefined) throw new RangeError('A simulated list was read past its end.');
      return item;
    },
  };
}

export function seriesBy<T>(length: number, at: (index: number) => T): Series<T> {
  return { length, at };
}
