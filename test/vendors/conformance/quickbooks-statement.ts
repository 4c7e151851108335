import type { QuickbooksSchema } from './quickbooks-schema.js';

/** https://developer.intuit.com/app/developer/qbo/docs/learn/explore-the-quickbooks-online-api/data-queries (seen 2026-11-23). */
const STATEMENT =
  /^select (?:\*|count\(\*\)) from (?<entity>\w+)(?: where (?<where>.+?))?(?: orderby (?<order>[\w.]+)(?: asc| desc)?)?(?<window>(?: (?:startposition|maxresults) \d+)*)$/iu;
const CONDITION =
  /^(?<property>[\w.]+) ?(?:in ?\([^()]+\)|(?:=|<=|>=|<|>|like) ?(?:'(?:[^'\\]|\\.)*'|true|false))$/iu;
const MOST = 1000;

/** By what lists of an entity may be chosen and ordered, as far as it is known. */
export interface Choosable {
  readonly filterable: ReadonlySet<string>;
  readonly sortable: ReadonlySet<string>;
}

/** What is wrong with a query; its own words, so that the simulation's parser is not asked about itself. */
export function statementProblems(
  statement: string,
  schema: QuickbooksSchema,
  choosable: (entity: string) => Choosable | null,
): readonly string[] {
  const parts = STATEMENT.exec(statement.trim())?.groups;
  if (parts === undefined) return ['the query is not in the published language'];
  const entity = schema.entityNamed(parts['entity'] ?? '');
  if (entity === null) return ['the query asks for an entity that is not published'];
  const conditions = (parts['where'] ?? '').split(/ and /iu).filter((text) => text !== '');
  const properties = conditions.map((text) => CONDITION.exec(text.trim())?.groups?.['property'] ?? null);
  const [size = 0] =
    /maxresults (\d+)/iu
      .exec(parts['window'] ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  const order = parts['order'];
  const known = choosable(entity);
  return [
    ...(properties.includes(null) ? ['a condition is not in the published language'] : []),
    ...[...properties, order ?? null].flatMap((property) =>
      property === null || isMember(property, entity, schema) ? [] : [`${entity} has no ${property}`],
    ),
    ...properties.flatMap((property) =>
      property === null || known === null || known.filterable.has(property)
        ? []
        : [`lists of ${entity} can not be chosen by ${property}`],
    ),
    ...(order === undefined || known === null || known.sortable.has(order)
      ? []
      : [`lists of ${entity} can not be ordered by ${order}`]),
    ...(size > MOST ? [`more than ${MOST} are asked for at once`] : []),
  ];
}

function isMember(property: string, entity: string, schema: QuickbooksSchema): boolean {
  let type: string | undefined = entity;
  for (const part of property.split('.')) type = schema.membersOf(type ?? '')?.get(part);
  return type !== undefined;
}
