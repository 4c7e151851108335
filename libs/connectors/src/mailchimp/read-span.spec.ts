import { describe, expect, it } from '@jest/globals';
import type { Member } from './member.schema.js';
import type { MemberList, Span } from './member-list.js';
import { readSpan } from './read-span.js';

/** Who is in the list, and when she was changed, in seconds. */
type People = Map<string, number>;

/** A list as Mailchimp gives it. `before` is told of each request, counted from 1, and may change the people. */
class MovingList implements MemberList {
  asked = 0;

  constructor(
    readonly people: People,
    private readonly before: (request: number, people: People) => void = () => undefined,
  ) {}

  page(span: Span, number: number) {
    const found = this.found(span);
    const members = found
      .slice(number * 1000, number * 1000 + 1000)
      .map(([id]) => ({ contact_id: id }) as Member);
    return Promise.resolve({ members, total: found.length });
  }

  changedAt(span: Span, place: number) {
    return Promise.resolve(this.found(span)[place]?.[1] ?? null);
  }

  private found({ from, to }: Span) {
    this.asked += 1;
    this.before(this.asked, this.people);
    return [...this.people]
      .filter(([, at]) => (from === null || at > from - 1) && (to === null || at < to))
      .toSorted(([, left], [, right]) => left - right);
  }
}

function crowd(count: number, changedAt: (place: number) => number): People {
  return new Map(Array.from({ length: count }, (_, place) => [`c${place}`, changedAt(place)]));
}

async function readAll(list: MemberList, most?: number) {
  const ids: string[] = [];
  const pages = readSpan(
    list,
    { from: null, to: 1_000_000 },
    list.page({ from: null, to: 1_000_000 }, 0),
    most,
  );
  for (;;) {
    const next = await pages.next();
    if (next.done === true) return { isWhole: next.value, ids };
    ids.push(...next.value.map(({ contact_id: id }) => id));
  }
}

const END = 2_000_000;

describe('everybody in a span', () => {
  it('costs a request for every thousand, and none twice', async () => {
    const list = new MovingList(crowd(10_500, (place) => place));
    const { isWhole, ids } = await readAll(list);
    expect([isWhole, ids.length, new Set(ids).size, list.asked]).toEqual([true, 10_500, 10_500, 11]);
  });

  it('is read whole where nobody, or everybody at once, was changed', async () => {
    expect(await readAll(new MovingList(new Map()))).toEqual({ isWhole: true, ids: [] });
    const { isWhole, ids } = await readAll(new MovingList(crowd(4_200, () => 77)), 1_500);
    expect([isWhole, new Set(ids).size]).toEqual([true, 4_200]);
  });

  it('is divided by time where it is too large, crowds of one second included', async () => {
    const list = new MovingList(
      crowd(9_000, (place) => (place < 3_000 ? place : place < 6_500 ? 3_000 : place)),
    );
    const { isWhole, ids } = await readAll(list, 2_000);
    expect([isWhole, new Set(ids).size]).toEqual([true, 9_000]);
  });

  it.each([1, 2, 3, 4, 5])('misses nobody where somebody leaves before request %s', async (nth) => {
    const list = new MovingList(
      crowd(5_000, (place) => place),
      (request, all) => {
        if (request === nth) all.set('c10', END);
      },
    );
    const { isWhole, ids } = await readAll(list);
    expect(isWhole).toBe(true);
    const met = new Set(ids);
    const missing = [...list.people.keys()].filter((id) => id !== 'c10' && !met.has(id));
    expect(missing).toEqual([]);
  });

  it('misses nobody where somebody leaves before every third request', async () => {
    const list = new MovingList(
      crowd(20_000, (place) => place),
      (request, all) => {
        if (request % 3 === 0) all.set(`c${request}`, END);
      },
    );
    const { isWhole, ids } = await readAll(list);
    const met = new Set(ids);
    const missing = [...list.people].filter(([id, at]) => at < END && !met.has(id));
    expect([isWhole, missing]).toEqual([true, []]);
  });

  it('is not called whole where the count never fits', async () => {
    const list = new MovingList(crowd(800, (place) => place));
    const short: MemberList = {
      page: async (span, number) => {
        const page = await list.page(span, number);
        return { ...page, total: page.total + 1 };
      },
      changedAt: (span, place) => list.changedAt(span, place),
    };
    expect((await readAll(short)).isWhole).toBe(false);
  });

  it('is not called whole where a crowd of one second moves each time', async () => {
    const list = new MovingList(
      crowd(2_500, () => 77),
      (request, all) => {
        all.delete(`c${request}`);
      },
    );
    expect((await readAll(list)).isWhole).toBe(false);
  });

  it('ends where the filter is not heeded', async () => {
    const list = new MovingList(crowd(3_000, (place) => place));
    const deaf: MemberList = {
      page: (_, number) => list.page({ from: null, to: null }, number),
      changedAt: () => Promise.resolve(5),
    };
    await expect(readAll(deaf, 1_000)).rejects.toMatchObject({ refusal: { status: 'partial' } });
  });
});
