import { readFile } from 'node:fs/promises';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With places in braces. */
  readonly path: string;
  readonly access: 'anyone' | 'signed in' | 'viewer' | 'admin' | 'owner';
  readonly places: readonly { readonly name: string; readonly schema: JsonSchema }[];
  readonly query: readonly { readonly name: string; readonly schema: JsonSchema }[];
  /** Null: takes no body. */
  readonly body: JsonSchema | null;
}

export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly [word: string]: unknown;
}

/** Every route of the OpenAPI document. */
export async function everyRoute(): Promise<readonly Route[]> {
  const file = new URL('../../config/openapi.json', import.meta.url);
  const { paths } = JSON.parse(await readFile(file, 'utf8'));
  return Object.entries<Record<string, Operation>>(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase() as Route['method'],
      path,
      access: operation['x-access'],
      places: operation.parameters.filter((one) => one.in === 'path'),
      query: operation.parameters.filter((one) => one.in === 'query'),
      body: operation.requestBody?.content['application/json']?.schema ?? null,
    })),
  );
}

interface Operation {
  readonly 'x-access': Route['access'];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

/** The path with values in its places; every place must be given one. */
export function filled(path: string, valueOf: (name: string) => string): string {
  return path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(valueOf(name)));
}
