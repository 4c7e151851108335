import type { PageShape } from '../../core/simulated-vendor.js';

const USUAL_COUNT = 10;
/** Who asks for more is given as many, without a word. */
const LARGEST_COUNT = 1000;

/** Which part of a list is asked for; null: the numbers are none. */
export interface Part {
  readonly offset: number;
  readonly count: number;
}

export function partOf(query: URLSearchParams): Part | null {
  const count = numberOf(query.get('count'), USUAL_COUNT);
  const offset = numberOf(query.get('offset'), 0);
  return count === null || offset === null ? null : { offset, count: Math.min(count, LARGEST_COUNT) };
}

/** Mailchimp names no next page: it is counted, as long as `total_items` or a full page promise one. */
export const mailchimpPages: PageShape = {
  parameter: 'offset',
  nextOf(body, query) {
    const part = partOf(query);
    const items = itemsOf(body);
    if (part === null || items === null || items.length === 0) return null;
    const end = part.offset + items.length;
    const total = (body as { readonly total_items?: unknown }).total_items;
    const isMore = typeof total === 'number' ? end < total : items.length === part.count;
    return isMore ? String(end) : null;
  },
};

function itemsOf(body: unknown): readonly unknown[] | null {
  if (typeof body !== 'object' || body === null) return null;
  const list = Object.entries(body).find(([name, value]) => name !== '_links' && Array.isArray(value));
  return (list?.[1] as readonly unknown[] | undefined) ?? null;
}

function numberOf(text: string | null, usual: number): number | null {
  if (text === null || text === '') return usual;
  return /^\d{1,9}$/u.test(text) ? Number(text) : null;
}
