import { describe, expect, it } from '@jest/globals';
import type { Page } from '../kit/pages.js';
import { LEFT_OUT } from './shortfalls.js';
import { readWholeList } from './whole-list.js';

interface Item {
  readonly id: string;
  readonly isLate?: boolean;
}

const ITEMS: readonly Item[] = Array.from({ length: 25 }, (_, at) => ({ id: String(at) }));

function page(items: readonly Item[], limit: number, after: string | null): Page<Item, string> {
  const start = Number(after ?? 0);
  const next = start + limit < items.length ? String(start + limit) : null;
  return { items: items.slice(start, start + limit), next };
}

/** `spoil` may give another page than the honest one; `call` counts from 1. */
function reading(
  items: readonly Item[],
  spoil: (honest: Page<Item, string>, call: number, limit: number) => Page<Item, string> = (honest) => honest,
) {
  let call = 0;
  return readWholeList<Item>({
    pageSize: 10,
    page: (limit, after) => Promise.resolve(spoil(page(items, limit, after), (call += 1), limit)),
    isNew: ({ isLate }) => isLate === true,
  });
}

describe('a list that HubSpot does not count', () => {
  it('is read once where it fits on one page, and twice where a page could be missing', async () => {
    const limits: number[] = [];
    const noted = (honest: Page<Item, string>, _: number, limit: number) => {
      limits.push(limit);
      return honest;
    };
    expect(await reading(ITEMS.slice(0, 9), noted)).toEqual({ items: ITEMS.slice(0, 9), shortfall: null });
    expect(limits).toEqual([10]);
    expect((await reading(ITEMS, noted)).shortfall).toBeNull();
    expect(limits).toEqual([10, 10, 10, 10, 9, 9, 9]);
  });

  it('says so when a page was skipped, and has it all the same', async () => {
    const { items, shortfall } = await reading(ITEMS, (honest, call) =>
      call === 2 ? page(ITEMS, 10, '20') : honest,
    );
    expect(shortfall).toEqual(LEFT_OUT);
    expect(items).toHaveLength(25);
  });

  it('says so when it ended after a full page', async () => {
    const { shortfall } = await reading(ITEMS, (honest) => ({ ...honest, next: null }));
    expect(shortfall).toEqual(LEFT_OUT);
  });

  it('has every item once where a page came twice', async () => {
    const { items, shortfall } = await reading(ITEMS, (honest, call) =>
      call === 2 ? { items: [...page(ITEMS, 10, null).items, ...honest.items], next: honest.next } : honest,
    );
    expect([items.length, shortfall]).toEqual([25, null]);
  });

  it('ends where it leads in a circle', async () => {
    const circle = reading(ITEMS, (honest) => ({ ...honest, next: '10' }));
    await expect(circle).rejects.toMatchObject({ refusal: { status: 'partial', actor: 'vendor' } });
  });

  it('does not call late what came in while it was read', async () => {
    const late = { id: '99', isLate: true };
    const { items, shortfall } = await reading(ITEMS, (honest, _, limit) =>
      limit === 9 && honest.next === null ? { ...honest, items: [...honest.items, late] } : honest,
    );
    expect([items.length, shortfall]).toEqual([26, null]);
  });
});
