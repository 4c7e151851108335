import type { RecordedExchange } from '../vendors/core/recorded-exchange.js';

/** What is asked for: by its path, and where one path answers all questions, by the question. */
export interface Endpoint {
  readonly name: string;
  readonly path: RegExp;
  readonly query?: RegExp;
}

/** Everything that was asked for, each once. */
export function endpointsOf(exchanges: readonly RecordedExchange[]): readonly Endpoint[] {
  return [...new Map(exchanges.map(endpointOf).map((endpoint) => [endpoint.name, endpoint])).values()];
}

/** Ids in a path are any. Queries of QuickBooks are told apart by what they select. */
function endpointOf({ path, query }: RecordedExchange): Endpoint {
  const shape = path
    .split('/')
    .map((part, place, all) => (isId(part, all[place - 1]) ? '[^/]+' : part.replaceAll('.', '\\.')))
    .join('/');
  const statement = query.find(([name]) => name === 'query')?.[1] ?? '';
  const [selected] = /^select \S+ from \w+/u.exec(statement) ?? [];
  const at = new RegExp(`^${shape}$`, 'u');
  if (selected === undefined) return { name: shape, path: at };
  const asked = selected.replaceAll(/[*()]/gu, '\\$&');
  return { name: `${shape} ${selected}`, path: at, query: new RegExp(`^query=${asked}\\b`, 'u') };
}

function isId(part: string, before: string | undefined): boolean {
  return /@|%40|^[\w-]{20,}$|^\d{5,}$/u.test(part) || (before === 'customer' && /^\d+$/u.test(part));
}

/** Names of the fields in what was answered at an endpoint. */
export function namesIn(exchanges: readonly RecordedExchange[], { name }: Endpoint): readonly string[] {
  const names = new Set<string>();
  for (const exchange of exchanges)
    if (endpointOf(exchange).name === name) collectNames(JSON.parse(exchange.answerBody ?? 'null'), names);
  return [...names];
}

/** Names of fields, but not those of a contact's own properties: there are hundreds, all of one kind. */
function collectNames(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 20)) collectNames(one, names);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      names.add(name);
      if (name !== 'properties') collectNames(part, names);
    }
  }
}
