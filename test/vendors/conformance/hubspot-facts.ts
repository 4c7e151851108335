import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import { pathPattern, type PathPattern } from '../core/match-route.js';
import type { RecordedExchange } from '../core/recorded-exchange.js';

/** Something that differs from what HubSpot publishes. */
export interface Deviation {
  readonly endpoint: string;
  readonly what: string;
}

/** A type as the table of facts writes it: `string:date-time`, `[T]`, `{map: T}`, `{enum: […]}`, or the name of a schema. */
type FactType =
  | string
  | readonly FactType[]
  | { readonly map: FactType }
  | { readonly enum: readonly string[] }
  | { readonly oneOf: readonly string[] };

interface FactSchema {
  readonly fields?: Readonly<Record<string, FactType>>;
  readonly oneOf?: readonly string[];
}

interface FactEndpoint {
  readonly method: string;
  readonly path: string;
  readonly params?: readonly { readonly name: string; readonly in: string; readonly type?: FactType }[];
  readonly body?: { readonly type: string; readonly schema: FactType | Readonly<Record<string, FactType>> };
  readonly responses: Readonly<Record<string, string>>;
}

interface FactFile {
  readonly apis: readonly {
    readonly api: string;
    readonly version: string;
    readonly endpoints: readonly FactEndpoint[];
    readonly schemas: Readonly<Record<string, FactSchema>>;
  }[];
}

interface Known {
  readonly endpoint: FactEndpoint;
  readonly pattern: PathPattern;
  /** The check of the body by status; compiled when it is needed first. */
  answerWith(status: number): ValidateFunction | null;
}

/** Checks what went over the wire against the table of HubSpot's endpoints (hubspot-endpoint-facts.json). */
export class HubspotFacts {
  private readonly known: readonly Known[];

  /** `folder` holds the file; ../shared/vendor-apis/hubspot where this project is developed. */
  constructor(folder: string) {
    const facts = JSON.parse(
      readFileSync(path.join(folder, 'hubspot-endpoint-facts.json'), 'utf8'),
    ) as FactFile;
    const ajv = new Ajv({
      strict: false,
      validateSchema: false,
      allErrors: true,
      formats: { 'date-time': isInstant },
    });
    this.known = facts.apis.flatMap((api) => {
      const names = new Map(
        Object.keys(api.schemas).map((name) => [name, `facts:/${api.api}/${api.version}/${name}`]),
      );
      for (const [name, schema] of Object.entries(api.schemas)) {
        ajv.addSchema(schemaOf(schema, names), names.get(name) ?? name);
      }
      return api.endpoints.map((endpoint) => ({
        endpoint,
        pattern: pathPattern(endpoint.path),
        answerWith(status: number) {
          const name = endpoint.responses[String(status)];
          return name === undefined
            ? null
            : ((ajv.getSchema(names.get(name) ?? name) as ValidateFunction | undefined) ?? null);
        },
      }));
    });
  }

  /** What is wrong with one exchange; empty if nothing is. Answers that a fault changed are not looked at. */
  deviationsOf(exchange: RecordedExchange): readonly Deviation[] {
    const found = this.known.find(
      ({ endpoint, pattern }) => endpoint.method === exchange.method && pattern.match(exchange.path) !== null,
    );
    if (found === undefined) {
      return [{ endpoint: `${exchange.method} ${exchange.path}`, what: 'no such endpoint is published' }];
    }
    const endpoint = `${found.endpoint.method} ${found.endpoint.path}`;
    return [...requestProblems(exchange, found.endpoint), ...answerProblems(exchange, found)].map((what) => ({
      endpoint,
      what,
    }));
  }
}

function requestProblems({ query }: RecordedExchange, { params = [] }: FactEndpoint): readonly string[] {
  const allowed = new Set(params.filter((one) => one.in === 'query').map(({ name }) => name));
  return [...new Set(query.map(([name]) => name))]
    .filter((name) => !allowed.has(name))
    .map((name) => `the query parameter ${name} is not published`);
}

function answerProblems({ status, answerBody, fault }: RecordedExchange, known: Known): readonly string[] {
  const validate = known.answerWith(status);
  if (validate === null || answerBody === null || fault !== null) return [];
  if (validate(JSON.parse(answerBody))) return [];
  const problems = (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath.replaceAll(/\/\d+/gu, '/*')} ${message}`,
  );
  return [...new Set(problems)];
}

function schemaOf(schema: FactSchema, names: ReadonlyMap<string, string>): AnySchema {
  if (schema.oneOf !== undefined) return { oneOf: schema.oneOf.map((name) => typeSchema(name, names)) };
  const fields = Object.entries(schema.fields ?? {});
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(([name, type]) => [name.replace(/\?$/u, ''), typeSchema(type, names)]),
    ),
    required: fields.map(([name]) => name).filter((name) => !name.endsWith('?')),
  };
}

function typeSchema(type: FactType, names: ReadonlyMap<string, string>): AnySchema {
  if (typeof type === 'string') {
    const named = names.get(type);
    if (named !== undefined) return { $ref: named };
    const [plain = 'object', format] = type.split(':');
    // Some schemas are named and not listed.
    if (!PLAIN_TYPES.has(plain)) return {};
    return format === 'date-time' ? { type: plain, format } : { type: plain };
  }
  if (isList(type)) return { type: 'array', items: typeSchema(type[0] ?? 'object', names) };
  if ('map' in type) return { type: 'object', additionalProperties: typeSchema(type.map, names) };
  if ('enum' in type) return { enum: type.enum };
  return { oneOf: type.oneOf.map((name) => typeSchema(name, names)) };
}

const PLAIN_TYPES = new Set(['string', 'integer', 'number', 'boolean', 'object']);

function isList(type: FactType): type is readonly FactType[] {
  return Array.isArray(type);
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u.test(text);
}
