const NOTHING_YET = Symbol('nothing yet');

/** What comes, and `sign` at the beginning and whenever nothing came for so long. */
export async function* withSignOfLife<T>(
  source: AsyncIterable<T>,
  everyMs: number,
  sign: T,
): AsyncGenerator<T> {
  const coming = source[Symbol.asyncIterator]();
  try {
    yield sign;
    let next = coming.next();
    for (;;) {
      const come = await Promise.race([next, silence(everyMs, next)]);
      if (come === NOTHING_YET) {
        yield sign;
        continue;
      }
      if (come.done === true) return;
      yield come.value;
      next = coming.next();
    }
  } finally {
    await coming.return?.();
  }
}

/** Resolves after so long; its timer goes when the other comes. */
async function silence(ms: number, other: Promise<unknown>): Promise<typeof NOTHING_YET> {
  const { promise, resolve } = Promise.withResolvers<typeof NOTHING_YET>();
  const timer = setTimeout(() => resolve(NOTHING_YET), ms);
  const clear = () => clearTimeout(timer);
  other.then(clear, clear);
  return promise;
}
