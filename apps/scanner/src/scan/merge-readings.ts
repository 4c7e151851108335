/**
 * Several readings at once, item by item as they come: a slow vendor holds up no other. No more than one item of each
 * waits for the reader. When one fails, or the reader stops, all are ended.
 */
export async function* mergeReadings<Item>(
  readings: readonly AsyncIterable<Item>[],
): AsyncGenerator<Item, void> {
  const iterators = readings.map((reading) => reading[Symbol.asyncIterator]());
  const waiting = new Map(iterators.map((iterator) => [iterator, next(iterator)]));
  try {
    while (waiting.size > 0) {
      const { iterator, result } = await Promise.race(waiting.values());
      if (result.done === true) {
        waiting.delete(iterator);
        continue;
      }
      waiting.set(iterator, next(iterator));
      yield result.value;
    }
  } finally {
    await Promise.allSettled([...waiting.keys()].map(async (iterator) => iterator.return?.()));
  }
}

async function next<Item>(iterator: AsyncIterator<Item, unknown>) {
  return { iterator, result: await iterator.next() };
}
