import type { z } from 'zod';
import type { Refusal } from '../contract/refusal.js';
import type { ListName, QuickbooksApi } from './quickbooks-api.js';
import { LEFT_OUT } from './shortfalls.js';

/** QuickBooks gives no more in one answer. */
const PAGE_SIZE = 1000;
/** The last record of a page is the first of the next: if it is not, the list moved. */
const STEP = PAGE_SIZE - 1;
/** Pages on their way while one is worked on: with fewer an answer that takes half a second would set the pace, not the limit. */
const PAGES_AHEAD = 6;
/** Once, and again if the list moved meanwhile. */
const MOST_PASSES = 2;

interface Identified {
  readonly Id: string;
}

/**
 * Every record of a list, each once, page by page in the order of ids. Pages are asked for by place, so somebody who deletes a
 * record meanwhile moves all that follow: pages overlap by one record, and a list that moved, or gave fewer than
 * QuickBooks counts, is read once more. `since`: documents of that day and later only. Gives what is wrong if that does not help. Throws a ReadRefusedError.
 */
export async function* recordPages<T extends Identified>(
  api: QuickbooksApi,
  list: ListName,
  shape: z.ZodType<T>,
  since: string | null = null,
): AsyncGenerator<readonly T[], Refusal | null> {
  const seen = new Set<string>();
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const counted = api.count(list, since);
    let isUnmoved = true;
    let last: string | null = null;
    for await (const page of pagesByPlace(api, { list, shape, since }, counted)) {
      if (last !== null && page[0]?.Id !== last) isUnmoved = false;
      last = page.at(-1)?.Id ?? last;
      const fresh = page.filter(({ Id }) => isNew(Id, seen));
      if (fresh.length > 0) yield fresh;
    }
    const after = await api.count(list, since);
    if (isUnmoved && seen.size >= Math.min(await counted, after)) return null;
  }
  return LEFT_OUT;
}

/** As many pages as are counted, some of them on their way at once, and then on until one is not full. The first is not waited with. */
async function* pagesByPlace<T extends Identified>(
  api: QuickbooksApi,
  {
    list,
    shape,
    since,
  }: { readonly list: ListName; readonly shape: z.ZodType<T>; readonly since: string | null },
  counted: Promise<number>,
): AsyncGenerator<readonly T[], void> {
  const fetchPage = (number: number): Promise<readonly T[]> => {
    const page = api.page(list, shape, { start: 1 + number * STEP, size: PAGE_SIZE, since });
    // If the reader stops before its turn, nobody waits for it: its failure must not bring the process down.
    page.catch(() => undefined);
    return page;
  };
  const underWay = [fetchPage(0)];
  const expected = Math.max(1, Math.ceil(((await counted) - 1) / STEP));
  for (let number = 1; number < Math.min(expected, PAGES_AHEAD); number += 1) {
    underWay.push(fetchPage(number));
  }
  for (let number = 0; ; number += 1) {
    const page = await (underWay.shift() ?? fetchPage(number));
    const ahead = number + PAGES_AHEAD;
    if (ahead < expected) underWay.push(fetchPage(ahead));
    yield page;
    if (page.length < PAGE_SIZE) return;
  }
}

function isNew(id: string, seen: Set<string>): boolean {
  const { size } = seen;
  return seen.add(id).size > size;
}
