import { type Page, pagesOf } from '../kit/pages.js';
import type { Refusal } from '../contract/refusal.js';
import { refusedError } from './hubspot-api.js';
import { GOES_ROUND, LEFT_OUT } from './shortfalls.js';

/** A short list, each item once. `shortfall`: it may not be all of it. */
export interface WholeList<Item> {
  readonly items: readonly Item[];
  readonly shortfall: Refusal | null;
}

interface ListToRead<Item extends { readonly id: string }> {
  readonly pageSize: number;
  /** One page of at most `limit`. */
  readonly page: (limit: number, after: string | null) => Promise<Page<Item, string>>;
  /** Came into the list while it was being read; absent: nothing does. */
  readonly isNew?: (item: Item) => boolean;
}

/**
 * Reads a list that HubSpot gives no count of. A list of several pages is read twice, in pages of another size: one that
 * was skipped, or a list that ended too early, shows by what only one of the two has (law 2).
 */
export async function readWholeList<Item extends { readonly id: string }>(
  list: ListToRead<Item>,
): Promise<WholeList<Item>> {
  const first = await readOnce(list, list.pageSize);
  if (first.size < list.pageSize) return { items: [...first.values()], shortfall: null };
  const second = await readOnce(list, list.pageSize - 1);
  const both = new Map([...second, ...first]);
  const isShort = [...both.values()].some(
    (item) => !(first.has(item.id) && second.has(item.id)) && list.isNew?.(item) !== true,
  );
  return { items: [...both.values()], shortfall: isShort ? LEFT_OUT : null };
}

async function readOnce<Item extends { readonly id: string }>(
  { page }: ListToRead<Item>,
  limit: number,
): Promise<ReadonlyMap<string, Item>> {
  const items = new Map<string, Item>();
  for await (const part of pagesOf<Item, string>((after) => page(limit, after), goesRound)) {
    for (const item of part) items.set(item.id, item);
  }
  return items;
}

export function goesRound(): Error {
  return refusedError(GOES_ROUND);
}
