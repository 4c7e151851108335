import { jsonAnswer, type SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest } from '../../core/simulated-vendor.js';
import type { HubspotErrors } from '../hubspot-errors.js';
import { pageOf } from '../paging.js';
import type { CrmObjectType, CrmRecord } from './crm-object.js';
import { givenNames, objectBody, readableProperties } from './object-body.js';

interface Filter {
  readonly propertyName: string;
  readonly operator: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly highValue?: string;
}

interface SearchBody {
  readonly filterGroups: readonly { readonly filters: readonly Filter[] }[];
  readonly sorts: readonly Sort[];
  readonly properties: readonly string[];
  readonly query: string;
  readonly limit: number;
  readonly after: number;
}

/** `"-createdate"`, or an object. */
type Sort = string | { readonly propertyName: string; readonly direction?: string };

const LONGEST_BODY = 3000;
const MOST = { groups: 5, perGroup: 6, filters: 18, page: 200, results: 10_000 };
const USUAL_PAGE = 10;
/** Searches whose hits are remembered while somebody pages through them. */
const KEPT_SEARCHES = 4;

/** The search of one object type. Archived records are never found. */
export class ObjectSearch {
  private readonly type: CrmObjectType;
  private readonly errors: HubspotErrors;
  private readonly kept = new Map<string, readonly number[]>();

  constructor(type: CrmObjectType, errors: HubspotErrors) {
    this.type = type;
    this.errors = errors;
  }

  answer(request: SimulatedRequest): SimulatedAnswer {
    if (request.body.length > LONGEST_BODY) return this.errors.invalid('the search is too long');
    const search = searchBody(request.body);
    if (search === null) return this.errors.invalid('not the JSON of a search');
    const readable = readableProperties(this.type, request.token?.scopes ?? []);
    const problem = this.problemOf(search, (name) => readable.has(name));
    if (problem !== null) return problem;
    const hits = this.hitsOf(search);
    const end = Math.min(search.after + search.limit, hits.length);
    const names = givenNames(this.type, search.properties, readable);
    const results = hits
      .slice(search.after, end)
      .map((place) => objectBody(this.type.record(place, false), names));
    const after = end < hits.length ? String(end) : null;
    return jsonAnswer({ total: hits.length, ...pageOf(results, after, request) });
  }

  private problemOf(search: SearchBody, isKnown: (name: string) => boolean): SimulatedAnswer | null {
    const filters = search.filterGroups.flatMap((group) => group.filters);
    if (search.filterGroups.length > MOST.groups)
      return this.errors.invalid('too many groups', 'filterGroups');
    if (search.filterGroups.some((group) => group.filters.length > MOST.perGroup)) {
      return this.errors.invalid('too many filters in a group', 'filters');
    }
    if (filters.length > MOST.filters) return this.errors.invalid('too many filters', 'filters');
    if (search.sorts.length > 1) return this.errors.invalid('one sort at most', 'sorts');
    if (!Number.isSafeInteger(search.limit) || search.limit < 1 || search.limit > MOST.page) {
      return this.errors.invalid(`limit must be between 1 and ${MOST.page}`, 'limit');
    }
    if (!Number.isSafeInteger(search.after) || search.after < 0) {
      return this.errors.invalid('after is no number', 'after');
    }
    if (search.after + search.limit > MOST.results) {
      return this.errors.error(400, 'VALIDATION_ERROR', 'paging past 10000 results');
    }
    const unknown = filters.find(({ propertyName }) => !isKnown(propertyName));
    if (unknown !== undefined) return this.errors.invalid('a property does not exist', 'propertyName');
    const strange = filters.find(({ operator }) => !OPERATORS.has(operator));
    return strange === undefined ? null : this.errors.invalid('an operator does not exist', 'operator');
  }

  /** The places of all hits, sorted; remembered for the next pages. */
  private hitsOf(search: SearchBody): readonly number[] {
    const { filterGroups, sorts, query } = search;
    const key = JSON.stringify([filterGroups, sorts, query]);
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const hits: { readonly place: number; readonly sortKey: string | number }[] = [];
    const { name, isDown } = sortOf(sorts[0]);
    for (let place = 0; place < this.type.count(false); place += 1) {
      const record = this.type.record(place, false);
      if (!this.matches(record, search)) continue;
      hits.push({ place, sortKey: name === null ? place : comparable(record.value(name) ?? '') });
    }
    const sign = isDown ? -1 : 1;
    const sorted = hits
      .toSorted((left, right) => sign * compare(left.sortKey, right.sortKey) || left.place - right.place)
      .map(({ place }) => place);
    const [oldest] = this.kept.keys();
    if (this.kept.size >= KEPT_SEARCHES && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, sorted);
    return sorted;
  }

  private matches(record: CrmRecord, { filterGroups, query }: SearchBody): boolean {
    const words = query.toLowerCase();
    const isAsked =
      words === '' ||
      this.type.searchedText.some((name) => record.value(name)?.toLowerCase().includes(words) === true);
    if (!isAsked) return false;
    return (
      filterGroups.length === 0 ||
      filterGroups.some(({ filters }) => filters.every((filter) => holds(filter, record)))
    );
  }
}

function holds({ propertyName, operator, value, values, highValue }: Filter, record: CrmRecord): boolean {
  const held = record.value(propertyName);
  if (operator === 'HAS_PROPERTY') return held !== null;
  if (operator === 'NOT_HAS_PROPERTY') return held === null;
  const test = OPERATORS.get(operator);
  if (held === null) return operator === 'NEQ' || operator.startsWith('NOT_');
  return (
    test?.(comparable(held), comparable(value ?? ''), {
      values: (values ?? []).map(comparable),
      high: comparable(highValue ?? ''),
    }) === true
  );
}

type Comparable = string | number;
type Test = (
  held: Comparable,
  value: Comparable,
  more: { readonly values: readonly Comparable[]; readonly high: Comparable },
) => boolean;

const OPERATORS: ReadonlyMap<string, Test | null> = new Map<string, Test | null>([
  ['EQ', (held, value) => compare(held, value) === 0],
  ['NEQ', (held, value) => compare(held, value) !== 0],
  ['LT', (held, value) => compare(held, value) < 0],
  ['LTE', (held, value) => compare(held, value) <= 0],
  ['GT', (held, value) => compare(held, value) > 0],
  ['GTE', (held, value) => compare(held, value) >= 0],
  ['BETWEEN', (held, value, { high }) => compare(held, value) >= 0 && compare(held, high) <= 0],
  ['IN', (held, _, { values }) => values.some((one) => compare(held, one) === 0)],
  ['NOT_IN', (held, _, { values }) => values.every((one) => compare(held, one) !== 0)],
  ['CONTAINS_TOKEN', (held, value) => hasToken(held, value)],
  ['NOT_CONTAINS_TOKEN', (held, value) => !hasToken(held, value)],
  ['HAS_PROPERTY', null],
  ['NOT_HAS_PROPERTY', null],
]);

/** Numbers and instants as numbers (dates are searched by epoch milliseconds), anything else as lower-case text. */
function comparable(value: string): Comparable {
  if (/^-?\d+(\.\d+)?$/u.test(value)) return Number(value);
  if (/^\d{4}-\d{2}-\d{2}(T|$)/u.test(value)) return Date.parse(value);
  return value.toLowerCase();
}

function compare(left: Comparable, right: Comparable): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [first, second] = [String(left), String(right)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** `*` stands for the rest of a token. */
function hasToken(held: Comparable, value: Comparable): boolean {
  const wanted = String(value)
    .split('*')
    .filter((part) => part !== '');
  return wanted.every((part) => String(held).includes(part));
}

function sortOf(sort: Sort | undefined): { readonly name: string | null; readonly isDown: boolean } {
  if (sort === undefined) return { name: null, isDown: false };
  if (typeof sort !== 'string') {
    return { name: sort.propertyName, isDown: sort.direction === 'DESCENDING' };
  }
  return sort.startsWith('-') ? { name: sort.slice(1), isDown: true } : { name: sort, isDown: false };
}

function searchBody(text: string): SearchBody | null {
  try {
    const parsed = JSON.parse(text) as Partial<Record<keyof SearchBody, unknown>> | null;
    if (parsed === null || typeof parsed !== 'object') return null;
    return {
      filterGroups: (parsed.filterGroups ?? []) as SearchBody['filterGroups'],
      sorts: (parsed.sorts ?? []) as SearchBody['sorts'],
      properties: (parsed.properties ?? []) as SearchBody['properties'],
      query: (parsed.query as string | undefined) ?? '',
      limit: Number(parsed.limit ?? USUAL_PAGE),
      after: Number(parsed.after ?? 0),
    };
  } catch {
    return null;
  }
}
