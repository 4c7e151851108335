import type { FieldCategory } from '../contract/category.js';
import type { ColumnRole, FieldFact, Source } from '../contract/fact.js';

/** One of a vendor's own fields: what it holds (E6), what it is for, and where it stands in a record. */
export interface OwnField<Row> {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly options?: readonly string[];
  /** Absent: whatever somebody typed, so the classifier looks at it. */
  readonly category?: FieldCategory;
  readonly role?: ColumnRole;
  /** "" where there is none. */
  readonly value: (row: Row) => string;
}

export interface Column<Row> {
  readonly fact: FieldFact;
  readonly value: (row: Row) => string;
}

/** The columns of one object. Fields that hold nothing personal and are for nothing are announced, and read only if a person named them. */
export function columnsOf<Row>(
  fields: readonly OwnField<Row>[],
  {
    source,
    object,
    list,
    alsoRead,
  }: {
    readonly source: Source;
    readonly object: string;
    readonly list?: string;
    readonly alsoRead: readonly string[];
  },
): readonly Column<Row>[] {
  const named = new Set(alsoRead.map(comparable));
  return fields.map(({ value, ...field }) => {
    const isAskedFor = named.has(comparable(field.name)) || named.has(comparable(field.label));
    const isUnread = field.category === 'none' && field.role === undefined && !isAskedFor;
    const fact: FieldFact = {
      kind: 'field',
      source,
      object,
      ...(list !== undefined && { list }),
      custom: false,
      ...field,
      ...(isUnread && { unread: true }),
    };
    return { fact, value };
  });
}

/** A field that the business made up. Its name is its label, made comparable, as exports have it (E20). */
export function customColumn<Row>(
  label: string,
  { source, object, list }: { readonly source: Source; readonly object: string; readonly list?: string },
  value: (row: Row) => string,
  more: Partial<Pick<FieldFact, 'name' | 'type' | 'options'>> = {},
): Column<Row> {
  const fact: FieldFact = {
    kind: 'field',
    source,
    object,
    ...(list !== undefined && { list }),
    name: comparable(label),
    label,
    type: 'string',
    custom: true,
    ...more,
  };
  return { fact, value };
}

export function isRead<Row>({ fact }: Column<Row>): boolean {
  return fact.unread !== true;
}

export function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');
}
