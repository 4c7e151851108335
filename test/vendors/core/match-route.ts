import type { Route } from './simulated-vendor.js';

/** A path template that was taken apart once. */
export interface PathPattern {
  readonly template: string;
  /** The decoded `{names}`; null if the path is another one. */
  match(path: string): Readonly<Record<string, string>> | null;
}

/** `/a/{id}` is any one segment, `/a/{id:x|y}` one of these. A trailing slash is no difference. */
export function pathPattern(template: string): PathPattern {
  const names: string[] = [];
  const source = template
    .split(/(\{[^}]+\})/u)
    .map((part) => {
      const [, name, choices] = /^\{(\w+)(?::([^}]+))?\}$/u.exec(part) ?? [];
      if (name === undefined) return part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
      names.push(name);
      return choices === undefined ? '([^/]+)' : `(${choices})`;
    })
    .join('');
  const pattern = new RegExp(`^${source}/?$`, 'u');
  return {
    template,
    match(path) {
      const found = pattern.exec(path);
      if (found === null) return null;
      return Object.fromEntries(names.map((name, index) => [name, decoded(found[index + 1] ?? '')]));
    },
  };
}

/** Finds the route of a request among many. */
export class RouteTable {
  private readonly entries: readonly { readonly route: Route; readonly pattern: PathPattern }[];

  constructor(routes: readonly Route[]) {
    this.entries = routes.map((route) => ({ route, pattern: pathPattern(route.path) }));
  }

  find(
    method: string,
    path: string,
  ): { readonly route: Route; readonly parameters: Readonly<Record<string, string>> } | null {
    for (const { route, pattern } of this.entries) {
      if (route.method !== method) continue;
      const parameters = pattern.match(path);
      if (parameters !== null) return { route, parameters };
    }
    return null;
  }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
