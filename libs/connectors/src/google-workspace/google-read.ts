import type { z } from 'zod';
import { ReadRefusedError } from '../contract/error.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { pagesOf } from '../kit/pages.js';
import type { GoogleCall } from './google-calls.js';
import type { Right } from './google-rights.js';
import { limitedPartOf } from './part-limits.js';
import { refusals, scopeNotGranted } from './refusals.js';

/** One answer of Google. Throws a ReadRefusedError; where the right is known to be missing, without asking. */
export async function readGoogle<T>(
  session: VendorSession,
  right: Right,
  shape: z.ZodType<T>,
  call: GoogleCall,
): Promise<T> {
  if (!mayRead(session, right)) {
    throw new ReadRefusedError({ message: 'A right was not granted', refusal: scopeNotGranted(right) });
  }
  return session.vendor.read(shape, call, limitedPartOf(right));
}

/** The pages of one of Google's lists, in their order. A page without items is not the end. */
export function googlePages<Answer extends { readonly nextPageToken?: string | undefined }, Item>(
  session: VendorSession,
  right: Right,
  shape: z.ZodType<Answer>,
  {
    call,
    items,
  }: {
    readonly call: (page: { readonly pageToken?: string }) => GoogleCall;
    readonly items: (answer: Answer) => readonly Item[];
  },
): AsyncGenerator<readonly Item[], void> {
  return pagesOf<Item, string>(
    async (cursor) => {
      const page = cursor === null ? {} : { pageToken: cursor };
      const answer = await readGoogle(session, right, shape, call(page));
      return { items: items(answer), next: answer.nextPageToken || null };
    },
    () => new ReadRefusedError({ message: 'A list leads back to itself', refusal: refusals.pagesRepeat }),
  );
}

/** Whether the right was granted, as far as Google tells. */
export function mayRead({ granted }: VendorSession, right: Right): boolean {
  return granted === null || granted.has(right);
}

/** All items of a list. For lists that are short by their nature. */
export async function allOf<Item>(pages: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const items of pages) all.push(...items);
  return all;
}
