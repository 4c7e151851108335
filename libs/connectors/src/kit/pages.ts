/** One page of a list, and how to ask for the next one; null at the end. */
export interface Page<Item, Cursor> {
  readonly items: readonly Item[];
  readonly next: Cursor | null;
}

/**
 * The pages of a list in their order. The next page is fetched while the last one is being worked on, so that the
 * vendor's limit and not its latency sets the pace; at most two pages are held. A list that leads back to a page it
 * gave before ends with an error of `loop`, which the caller words.
 */
export async function* pagesOf<Item, Cursor extends string | number>(
  fetchPage: (cursor: Cursor | null) => Promise<Page<Item, Cursor>>,
  loop: () => Error,
): AsyncGenerator<readonly Item[], void> {
  const seen = new Set<Cursor>();
  let page = await fetchPage(null);
  for (;;) {
    const { items, next } = page;
    if (next === null) {
      yield items;
      return;
    }
    if (seen.has(next)) throw loop();
    seen.add(next);
    const ahead = fetchPage(next);
    // If the reader stops here, nobody waits for this page: its failure must not bring the process down.
    ahead.catch(() => undefined);
    yield items;
    page = await ahead;
  }
}
