import type { BookRecord, EntityType } from '../entities/entity.js';
import type { Condition, Statement } from './statement.js';

/** What a query finds, as `QueryResponse`: `{}` past the end. Places that match are remembered, since pages ask again. */
export class QueryRunner {
  private readonly known = new Map<string, readonly number[]>();

  run(entity: EntityType, statement: Statement): Readonly<Record<string, unknown>> {
    const places = this.placesOf(entity, statement);
    if (statement.counts) return { totalCount: places.length };
    const found = places.slice(statement.start - 1, statement.start - 1 + statement.most);
    if (found.length === 0) return {};
    return {
      [entity.name]: found.map((place) => entity.at(place)),
      startPosition: statement.start,
      maxResults: found.length,
    };
  }

  private placesOf(entity: EntityType, { where, order }: Statement): readonly number[] {
    const key = JSON.stringify([entity.name, where, order]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const all = Array.from({ length: entity.count() }, (_, place) => place);
    const conditions =
      isAskedActive(where) || !entity.isNameList ? where.filter(narrows) : [...where, ONLY_ACTIVE];
    const found = conditions.length === 0 ? all : all.filter((place) => holds(conditions, entity.at(place)));
    const places = sorted(entity, found, order ?? (entity.isNameList ? BY_NAME : BY_ID));
    this.known.set(key, places);
    return places;
  }
}

const ONLY_ACTIVE: Condition = { property: 'Active', operator: '=', values: ['true'] };
const BY_ID = { property: 'Id', isDescending: false };
/** As recorded, unless something else is asked for. */
const BY_NAME = { property: 'DisplayName', isDescending: false };

function isAskedActive(where: readonly Condition[]): boolean {
  return where.some(({ property }) => property.toLowerCase() === 'active');
}

/** `Active IN (true, false)` asks for everything. */
function narrows({ property, values }: Condition): boolean {
  return property.toLowerCase() !== 'active' || new Set(values.map((value) => value.toLowerCase())).size < 2;
}

function sorted(
  entity: EntityType,
  places: readonly number[],
  { property, isDescending }: { readonly property: string; readonly isDescending: boolean },
): readonly number[] {
  // Places stand in the order of ids.
  if (property.toLowerCase() === 'id') return isDescending ? places.toReversed() : places;
  const values = new Map(places.map((place) => [place, valueOf(entity.at(place), property)]));
  const sign = isDescending ? -1 : 1;
  return places.toSorted(
    (left, right) => sign * compare(values.get(left) ?? '', values.get(right) ?? '') || left - right,
  );
}

function holds(conditions: readonly Condition[], record: BookRecord): boolean {
  return conditions.every(({ property, operator, values }) => {
    const value = valueOf(record, property);
    if (value === null) return false;
    const [first = ''] = values;
    if (operator === 'IN') return values.some((one) => compare(value, one) === 0);
    if (operator === 'LIKE') return likeness(first).test(value);
    const order = compare(value, first);
    if (operator === '=') return order === 0;
    if (operator === '<') return order < 0;
    if (operator === '>') return order > 0;
    return operator === '<=' ? order <= 0 : order >= 0;
  });
}

function likeness(pattern: string): RegExp {
  const source = pattern.split('%').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${source.join('.*')}$`, 'iu');
}

/** Numbers as numbers, instants as instants, everything else as text without case. */
function compare(left: string, right: string): number {
  const [a, b] = [comparable(left), comparable(right)];
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [one, other] = [left.toLowerCase(), right.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

function comparable(text: string): number | string {
  if (/^-?\d+(\.\d+)?$/u.test(text)) return Number(text);
  return /^\d{4}-\d{2}-\d{2}(T.*)?$/u.test(text) ? Date.parse(text) : text;
}

/** The member at a path such as `MetaData.LastUpdatedTime`, in any case; null where it has no value. */
function valueOf(record: BookRecord, property: string): string | null {
  let value: unknown = record;
  for (const part of property.toLowerCase().split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = Object.entries(value).find(([name]) => name.toLowerCase() === part)?.[1];
  }
  if (typeof value === 'object' && value !== null && 'value' in value) value = value.value;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}
