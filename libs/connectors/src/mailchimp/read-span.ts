import { inOrderAhead } from '../kit/in-order-ahead.js';
import type { Member } from './member.schema.js';
import type { MemberList, PageOfMembers, Span } from './member-list.js';
import { LEFT_OUT, refusedError } from './shortfalls.js';
import { PAGE_SIZE } from './whole-list.js';

/** Pages by place reach no further: Mailchimp is said to be slow at places far down a list. */
const MOST_BY_PLACE = 50_000;
/** Pages on their way while one is worked on; each takes ten megabytes of memory. */
const PAGES_AHEAD = 4;
/** The first page of the next part is on its way while one is read. */
const PARTS_AHEAD = 2;
/** So often a span is read that can not be divided and moves. */
const MOST_PASSES = 3;

/**
 * Everybody in a span, page by page; some come twice. Pages are asked for by place, so whoever leaves the span meanwhile
 * moves all that follow, and somebody is skipped. Mailchimp's own count, which comes with every page, shows that: then the
 * span is read again in spans of one page each, out of which nobody can fall. Gives false if even that does not add up.
 */
export async function* readSpan(
  list: MemberList,
  span: Span,
  first: Promise<PageOfMembers> = list.page(span, 0),
  most = MOST_BY_PLACE,
): AsyncGenerator<readonly Member[], boolean> {
  const page = await first;
  if (page.total > most) return yield* readInParts(list, span, most);
  if (yield* readByPlace(list, span, page)) return true;
  if (page.total > PAGE_SIZE && most > PAGE_SIZE) return yield* readInParts(list, span, PAGE_SIZE);
  return yield* readAgain(list, span);
}

/** True if all pages were of one list that did not move. */
async function* readByPlace(
  list: MemberList,
  span: Span,
  first: PageOfMembers,
): AsyncGenerator<readonly Member[], boolean> {
  const ids = new Set<string>();
  let isSteady = true;
  const note = ({ members, total }: PageOfMembers): readonly Member[] => {
    if (total !== first.total) isSteady = false;
    for (const { contact_id: id } of members) ids.add(id);
    return members;
  };
  yield note(first);
  const others = numbersUpTo(Math.ceil(first.total / PAGE_SIZE));
  for await (const page of inOrderAhead(others, PAGES_AHEAD, (number) => list.page(span, number))) {
    yield note(page);
  }
  return isSteady && ids.size === first.total;
}

async function* readInParts(
  list: MemberList,
  span: Span,
  most: number,
): AsyncGenerator<readonly Member[], boolean> {
  let isWhole = true;
  const parts = inOrderAhead(partsOf(list, span, most), PARTS_AHEAD, async (part) => ({
    part,
    first: await list.page(part, 0),
  }));
  for await (const { part, first } of parts) {
    if (yield* readByPlace(list, part, first)) continue;
    const isDivisible = first.total > PAGE_SIZE && most > PAGE_SIZE && !isOneSecond(part);
    const isMended = isDivisible ? yield* readInParts(list, part, PAGE_SIZE) : yield* readAgain(list, part);
    isWhole &&= isMended;
  }
  return isWhole;
}

async function* readAgain(list: MemberList, span: Span): AsyncGenerator<readonly Member[], boolean> {
  for (let pass = 2; pass <= MOST_PASSES; pass += 1) {
    if (yield* readByPlace(list, span, await list.page(span, 0))) return true;
  }
  return false;
}

/** Divides a span where the one at place `most` was changed; many who were changed in the same second stay together. */
async function* partsOf(list: MemberList, span: Span, most: number): AsyncGenerator<Span, void> {
  let { from } = span;
  for (;;) {
    const at = await list.changedAt({ from, to: span.to }, most);
    if (at === null) {
      yield { from, to: span.to };
      return;
    }
    if (from !== null && at < from - 1) throw refusedError(LEFT_OUT);
    // A span that begins with a crowd of one second ends after that second.
    const to = from === null || at > from ? at : from + 1;
    yield { from, to };
    from = to;
  }
}

function isOneSecond({ from, to }: Span): boolean {
  return from !== null && to !== null && to - from <= 1;
}

function* numbersUpTo(end: number): Generator<number, void> {
  for (let number = 1; number < end; number += 1) yield number;
}
