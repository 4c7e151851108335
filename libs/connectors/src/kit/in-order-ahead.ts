/**
 * What `work` gives for every item, in their order, with at most `ahead` of them under way while the reader is busy: the
 * vendor's limit and not its latency sets the pace. Fails as the first work that fails.
 */
export async function* inOrderAhead<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void> {
  const underWay: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // If the reader stops before its turn, nobody waits for it: its failure must not bring the process down.
    result.catch(() => undefined);
    underWay.push(result);
    const first = underWay.length < ahead ? undefined : underWay.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of underWay) yield await result;
}
