/** Names of fields in an answer, with dots; `*` stands for any one name. */
export type KnownFields = readonly string[];

interface Branch {
  [name: string]: Branch | true;
}

/** Those of the names that the answer cannot have. A name may stand for everything below it; links are everywhere. */
export function unknownFields(names: readonly string[], known: KnownFields): readonly string[] {
  const paths = known.map((path) => path.split('.'));
  return names.filter((name) => {
    const parts = name.split('.');
    const links = parts.indexOf('_links');
    const own = links === -1 ? parts : parts.slice(0, links);
    return !paths.some((path) => own.every((part, at) => path[at] === part || path[at] === '*'));
  });
}

/** Which fields of a list's items are asked for, so that others need not be made. */
export function wantedOf(query: URLSearchParams, list: string): (field: string) => boolean {
  const names = selectedBy(query, 'fields');
  if (names.length === 0 || names.includes(list)) return () => true;
  const fields = new Set(
    names.map((name) => name.split('.')).flatMap(([of, field]) => (of === list ? [field] : [])),
  );
  return (field) => fields.has(field);
}

/** Names in `fields` or `exclude_fields`. Of a parameter that is given twice the last one counts. */
export function selectedBy(
  query: URLSearchParams,
  parameter: 'fields' | 'exclude_fields',
): readonly string[] {
  return (query.getAll(parameter).at(-1) ?? '').split(',').filter((field) => field !== '');
}

/** The answer with these fields only. */
export function onlyFields(body: unknown, names: readonly string[]): unknown {
  return kept(body, branchOf(names));
}

/** The answer without these fields. */
export function withoutFields(body: unknown, names: readonly string[]): unknown {
  return left(body, branchOf(names));
}

function branchOf(names: readonly string[]): Branch {
  const root: Branch = {};
  for (const name of names) {
    let at = root;
    const parts = name.split('.');
    for (const [place, part] of parts.entries()) {
      const below = at[part];
      // Everything of it is named already.
      if (below === true) break;
      if (place === parts.length - 1) at[part] = true;
      else at = at[part] = below ?? {};
    }
  }
  return root;
}

function kept(body: unknown, branch: Branch): unknown {
  if (Array.isArray(body)) return body.map((item) => kept(item, branch));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const below = branch[name];
      if (below === undefined) return [];
      return [[name, below === true ? value : kept(value, below)] as const];
    }),
  );
}

function left(body: unknown, branch: Branch): unknown {
  if (Array.isArray(body)) return body.map((item) => left(item, branch));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const below = branch[name];
      if (below === true) return [];
      return [[name, below === undefined ? value : left(value, below)] as const];
    }),
  );
}
