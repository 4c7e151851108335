import { readSurfaceType, type SurfaceType } from './surface-type.js';

/** One of Google's APIs, as its surface file tells it. */
export interface Surface {
  readonly methods: Readonly<Record<string, SurfaceMethod>>;
  readonly schemas: Readonly<
    Record<string, { readonly fields: Readonly<Record<string, { readonly type: string }>> }>
  >;
}

export interface SurfaceMethod {
  readonly path: string;
  readonly httpMethod: string;
  readonly rootUrl: string;
  readonly response: string;
  readonly scopesAnyOf: readonly string[];
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Fields that the schema does not have, or has with another type, as `items.events.name: not a string`. */
export function surfaceProblems(surface: Surface, schema: string, value: unknown): readonly string[] {
  return problemsOf(surface, { kind: 'schema', name: schema }, value, '');
}

function problemsOf(surface: Surface, type: SurfaceType, value: unknown, at: string): readonly string[] {
  switch (type.kind) {
    case 'any':
      return [];
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type.kind ? [] : [`${at}: not a ${type.kind}`];
    case 'list':
      return Array.isArray(value)
        ? unique(value.flatMap((item: unknown) => problemsOf(surface, type.of, item, at)))
        : [`${at}: not a list`];
    case 'map':
      return entriesOf(value).flatMap(([, part]) => problemsOf(surface, type.of, part, `${at}.*`));
    case 'object':
      return objectProblems(surface, type.fields, value, at);
    default: {
      const fields = surface.schemas[type.name]?.fields;
      if (fields === undefined) return [`${at}: no schema ${type.name}`];
      const types = Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, readSurfaceType(field.type)]),
      );
      return objectProblems(surface, types, value, at);
    }
  }
}

function objectProblems(
  surface: Surface,
  types: Readonly<Record<string, SurfaceType>>,
  value: unknown,
  at: string,
): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: not an object`];
  return entriesOf(value).flatMap(([name, part]) => {
    const here = at === '' ? name : `${at}.${name}`;
    const type = types[name];
    return type === undefined ? [`${here}: no such field`] : problemsOf(surface, type, part, here);
  });
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function unique(problems: readonly string[]): readonly string[] {
  return [...new Set(problems)];
}
