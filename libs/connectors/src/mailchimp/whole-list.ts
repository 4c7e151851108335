import type { z } from 'zod';
import type { Refusal } from '../contract/refusal.js';
import type { Asked, MailchimpApi } from './mailchimp-api.js';
import { LEFT_OUT } from './shortfalls.js';

/** Mailchimp gives no more in one answer, whatever is asked for. */
export const PAGE_SIZE = 1000;
/** A list that moved while it was read is read once more. */
const MOST_PASSES = 2;

/** A list, each item once. `shortfall`: it may not be all of it. */
export interface WholeList<Item> {
  readonly items: readonly Item[];
  readonly shortfall: Refusal | null;
}

interface ListToRead<Item, Page extends { readonly total_items: number }> extends Asked {
  readonly shape: z.ZodType<Page>;
  readonly itemsOf: (page: Page) => readonly Item[];
  readonly keyOf: (item: Item) => string;
}

/** Reads a short list, and holds it against Mailchimp's own count of it. Throws a ReadRefusedError. */
export async function readWholeList<Item, Page extends { readonly total_items: number }>(
  api: MailchimpApi,
  list: ListToRead<Item, Page>,
): Promise<WholeList<Item>> {
  const items = new Map<string, Item>();
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const read = await readOnce(api, list);
    for (const [key, item] of read.items) items.set(key, item);
    if (read.isWhole) return { items: [...read.items.values()], shortfall: null };
  }
  return { items: [...items.values()], shortfall: LEFT_OUT };
}

async function readOnce<Item, Page extends { readonly total_items: number }>(
  api: MailchimpApi,
  { path, query, shape, itemsOf, keyOf }: ListToRead<Item, Page>,
): Promise<{ readonly items: ReadonlyMap<string, Item>; readonly isWhole: boolean }> {
  const items = new Map<string, Item>();
  const totals = new Set<number>();
  for (let offset = 0; ; offset += PAGE_SIZE) {
    const page = await api.get(shape, { path, query: { ...query, count: PAGE_SIZE, offset } });
    const { total_items: total } = page;
    totals.add(total);
    for (const item of itemsOf(page)) items.set(keyOf(item), item);
    if (offset + PAGE_SIZE >= total) return { items, isWhole: totals.size === 1 && items.size === total };
  }
}
