import { createHash } from 'node:crypto';
import type { SimulatedRequest } from '../../core/simulated-vendor.js';
import type { Series } from '../series.js';

/** How one list of Google's pages. */
export interface PageRules {
  /** The parameter for how many to a page, with Google's default and most. */
  readonly size: {
    readonly parameter: 'maxResults' | 'pageSize';
    readonly usual: number;
    readonly most: number;
  };
  /** More than the most is refused by Directory and Reports, and cut down by Drive. */
  readonly tooMany: 'cut' | 'refused';
  /** How long a page token lives; null: as long as anybody tries. */
  readonly tokenMs: number | null;
  /** Whether a page may come back without any record, though more follow. */
  readonly hasEmptyPages: boolean;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent at the end, and only there. */
  readonly next: { readonly nextPageToken: string } | Record<string, never>;
}

/** What a page token holds; opaque outside. */
interface Place {
  /** In the unfiltered list. */
  readonly offset: number;
  readonly page: number;
  readonly issued: number;
  /** Of all other parameters: they must stay the same. */
  readonly call: string;
}

export type PageProblem = 'bad-size' | 'bad-token' | 'other-parameters';

/** Counted from 0. */
const SHORT_PAGE = 1;
const EMPTY_PAGE = 2;
const DAY = 86_400_000;
export const THREE_DAYS = 3 * DAY;
export const SOME_HOURS = DAY / 4;

/**
 * The page that was asked for. The second page is short, and the third may be empty: neither means the end. The token
 * of the last page may lead to one that is empty, too, where the rest of the list was filtered out.
 */
export function pageOf<T>(
  series: Series<T>,
  request: Pick<SimulatedRequest, 'path' | 'query'>,
  rules: PageRules,
  now: number,
  keeps: (item: T) => boolean = () => true,
): Page<T> | PageProblem {
  const size = sizeOf(request.query, rules);
  if (size === null) return 'bad-size';
  const place = placeOf(request, rules, now);
  if (typeof place === 'string') return place;
  const wanted = recordsOn(place.page, size, rules);
  const items: T[] = [];
  let offset = place.offset;
  for (; offset < series.length && items.length < wanted; offset += 1) {
    const item = series.at(offset);
    if (keeps(item)) items.push(item);
  }
  const following: Place = { offset, page: place.page + 1, issued: now, call: place.call };
  return {
    items,
    next: offset < series.length ? { nextPageToken: tokenOf(following) } : {},
  };
}

function sizeOf(query: URLSearchParams, { size, tooMany }: PageRules): number | null {
  const text = query.get(size.parameter);
  if (text === null) return size.usual;
  const asked = Number(text);
  if (!Number.isInteger(asked) || asked < 0) return null;
  if (asked === 0) return tooMany === 'cut' ? size.usual : null;
  if (asked > size.most && tooMany === 'refused') return null;
  return Math.min(asked, size.most);
}

function recordsOn(page: number, size: number, { hasEmptyPages }: PageRules): number {
  if (page === SHORT_PAGE) return Math.ceil((size * 2) / 3);
  return page === EMPTY_PAGE && hasEmptyPages ? 0 : size;
}

function placeOf(
  request: Pick<SimulatedRequest, 'path' | 'query'>,
  { tokenMs }: PageRules,
  now: number,
): Place | PageProblem {
  const call = callOf(request);
  const token = request.query.get('pageToken');
  if (token === null || token === '') return { offset: 0, page: 0, issued: now, call };
  const place = readToken(token);
  if (place === null || (tokenMs !== null && now - place.issued > tokenMs)) return 'bad-token';
  return place.call === call ? place : 'other-parameters';
}

/** Everything that must stay the same while paging; the look of the answer may change. */
function callOf({ path, query }: Pick<SimulatedRequest, 'path' | 'query'>): string {
  const others = [...query]
    .filter(([name]) => !['pageToken', 'fields', 'prettyPrint', 'alt', 'key', 'quotaUser'].includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted();
  return createHash('sha256')
    .update([path, ...others].join('&'))
    .digest('base64url')
    .slice(0, 12);
}

function tokenOf({ offset, page, issued, call }: Place): string {
  return Buffer.from(`${offset}:${page}:${Math.floor(issued)}:${call}`).toString('base64url');
}

function readToken(token: string): Place | null {
  const parts = /^(\d+):(\d+):(\d+):([\w-]+)$/u.exec(Buffer.from(token, 'base64url').toString());
  if (parts === null) return null;
  const [, offset, page, issued, call = ''] = parts;
  return { offset: Number(offset), page: Number(page), issued: Number(issued), call };
}
