import type { PageShape } from '../core/simulated-vendor.js';

/** HubSpot's lists: `{results, paging: {next: {after, link}}}`, without `paging` on the last page. */
export interface HubspotPage<T> {
  readonly results: readonly T[];
  readonly paging?: { readonly next: { readonly after: string; readonly link: string } };
}

export const hubspotPages: PageShape = {
  parameter: 'after',
  nextOf(body) {
    const next = (body as { paging?: { next?: { after?: unknown } } } | null)?.paging?.next?.after;
    return typeof next === 'string' ? next : null;
  },
};

/** A page, and the address of the next one with everything else that was asked. */
export function pageOf<T>(
  results: readonly T[],
  after: string | null,
  { path, query }: { readonly path: string; readonly query: URLSearchParams },
): HubspotPage<T> {
  if (after === null) return { results };
  const next = new URLSearchParams(query);
  next.set('after', after);
  return { results, paging: { next: { after, link: `https://api.hubapi.com${path}?${next.toString()}` } } };
}

/** A slice of a short list whose cursor is opaque, as for users ("MTAw"). Null: the cursor is none of ours. */
export function sliceOf<T>(
  all: readonly T[],
  limit: number,
  request: { readonly path: string; readonly query: URLSearchParams },
): HubspotPage<T> | null {
  const cursor = request.query.get('after');
  const start = cursor === null ? 0 : Number(Buffer.from(cursor, 'base64').toString('latin1'));
  if (!Number.isSafeInteger(start) || start < 0) return null;
  const end = start + limit;
  const after = end < all.length ? Buffer.from(String(end), 'latin1').toString('base64') : null;
  return pageOf(all.slice(start, end), after, request);
}

/** The page size that was asked for; null if the vendor refuses it. */
export function limitOf(query: URLSearchParams, usual: number, most: number): number | null {
  const text = query.get('limit');
  if (text === null || text === '') return usual;
  const limit = Number(text);
  return Number.isSafeInteger(limit) && limit >= 1 && limit <= most ? limit : null;
}
