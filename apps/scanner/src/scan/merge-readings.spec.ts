import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { mergeReadings } from './merge-readings.js';

async function* slowly(items: readonly string[], turns: number, ended: string[] = []) {
  try {
    for (const item of items) {
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      yield item;
    }
  } finally {
    ended.push(items.join(''));
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
}

describe('several readings at once', () => {
  it('give every item once, each reading in its order', async () => {
    const read = await all(mergeReadings([slowly(['a', 'b', 'c'], 9), slowly(['1', '2'], 1), slowly([], 3)]));
    expect(read.toSorted()).toEqual(['1', '2', 'a', 'b', 'c']);
    expect(read.filter((item) => item >= 'a')).toEqual(['a', 'b', 'c']);
  });

  it('do not wait for the slowest', async () => {
    const read = await all(mergeReadings([slowly(['slow'], 50), slowly(['1', '2', '3'], 1)]));
    expect(read.at(-1)).toBe('slow');
  });

  it('are all ended when one fails, and when the reader stops', async () => {
    const ended: string[] = [];
    async function* failing(): AsyncGenerator<string> {
      yield await Promise.resolve('z');
      throw new Error('broken');
    }
    await expect(all(mergeReadings([failing(), slowly(['x', 'y'], 1, ended)]))).rejects.toThrow('broken');
    for await (const _ of mergeReadings([slowly(['p', 'q'], 1, ended)])) break;
    expect(ended).toEqual(['xy', 'pq']);
  });

  it('are nothing where there are none', async () => {
    expect(await all(mergeReadings([]))).toEqual([]);
  });
});

it('keeps nothing that was taken while one reading makes all wait', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const { promise: patience, resolve: end } = Promise.withResolvers<void>();
  const slow = async function* () {
    await patience;
    yield { rows: [''] };
  };
  const quick = async function* () {
    for (let page = 0; page < 20; page += 1) yield Promise.resolve({ rows: [`page ${page}`] });
  };
  const merged = mergeReadings<{ rows: string[] }>([slow(), quick()]);
  const taken: WeakRef<object>[] = [];
  for (let page = 0; page < 20; page += 1) {
    const { value } = await merged.next();
    if (typeof value === 'object') taken.push(new WeakRef(value));
  }
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(taken.filter((page) => page.deref() !== undefined).length).toBeLessThan(3);
  end();
  await merged.return();
});
