import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import { pathPattern, type PathPattern } from '../core/match-route.js';
import type { RecordedExchange } from '../core/recorded-exchange.js';
import { HUBSPOT_PAGE_SIZES } from './hubspot-page-sizes.js';
import type { Deviation, VendorDescription } from './vendor-description.js';

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
  /** JSON names its schema; a form lists its fields. */
  readonly body?: { readonly type: string; readonly schema: string | Readonly<Record<string, FactType>> };
  readonly responses: Readonly<Record<string, string>>;
  /** Alternatives; rights joined by `+` are needed together. */
  readonly scopes_any_of?: readonly string[];
  /** The name of a longer list of them. */
  readonly scopes_any_of_ref?: string;
}

interface FactFile {
  readonly apis: readonly {
    readonly api: string;
    readonly version: string;
    readonly endpoints: readonly FactEndpoint[];
    readonly schemas: Readonly<Record<string, FactSchema>>;
  }[];
  readonly scope_lists: Readonly<Record<string, readonly string[]>>;
}

interface Known {
  readonly endpoint: FactEndpoint;
  readonly pattern: PathPattern;
  readonly rights: readonly (readonly string[])[];
  /** The check of the body by status; compiled when it is needed first. */
  answerWith(status: number): ValidateFunction | null;
  /** The check of a body of JSON that is sent; null: none is published. */
  requestBody(): ValidateFunction | null;
}

/** Checks what went over the wire against the table of HubSpot's endpoints (hubspot-endpoint-facts.json). */
export class HubspotFacts implements VendorDescription {
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
      const checkOf = (name: string): ValidateFunction | null =>
        (ajv.getSchema(names.get(name) ?? name) as ValidateFunction | undefined) ?? null;
      return api.endpoints.map((endpoint) => ({
        endpoint,
        pattern: pathPattern(endpoint.path),
        rights: rightsOf(endpoint, facts.scope_lists),
        answerWith(status: number) {
          const name = endpoint.responses[String(status)];
          return name === undefined ? null : checkOf(name);
        },
        requestBody: () => (typeof endpoint.body?.schema === 'string' ? checkOf(endpoint.body.schema) : null),
      }));
    });
  }

  deviationsOf(exchange: RecordedExchange): readonly Deviation[] {
    const found = this.find(exchange);
    if (found === null) {
      return [{ endpoint: `${exchange.method} ${exchange.path}`, what: 'no such endpoint is published' }];
    }
    const problems = [
      ...queryProblems(exchange, found.endpoint),
      ...bodyProblems(exchange, found),
      ...sizeProblems(exchange),
      ...rightsProblems(exchange, found),
      ...answerProblems(exchange, found),
    ];
    return problems.map((what) => ({ endpoint: nameOf(found), what }));
  }

  rightsFor(exchange: RecordedExchange): readonly (readonly string[])[] | null {
    const found = this.find(exchange);
    return found === null || found.rights.length === 0 ? null : found.rights;
  }

  endpointOf(exchange: RecordedExchange): string | null {
    const found = this.find(exchange);
    return found === null ? null : nameOf(found);
  }

  private find({ method, path: asked }: RecordedExchange): Known | null {
    return (
      this.known.find(
        ({ endpoint, pattern }) => endpoint.method === method && pattern.match(asked) !== null,
      ) ?? null
    );
  }
}

function nameOf({ endpoint }: Known): string {
  return `${endpoint.method} ${endpoint.path}`;
}

function rightsOf(
  { scopes_any_of: listed, scopes_any_of_ref: reference = '' }: FactEndpoint,
  lists: FactFile['scope_lists'],
): readonly (readonly string[])[] {
  return (listed ?? lists[reference] ?? []).map((alternative) => alternative.split('+'));
}

function queryProblems({ query }: RecordedExchange, { params = [] }: FactEndpoint): readonly string[] {
  const published = new Map(params.filter((one) => one.in === 'query').map((one) => [one.name, one.type]));
  const problems = query.flatMap(([name, value]) => {
    if (!published.has(name)) return [`the query parameter ${name} is not published`];
    const type = published.get(name) ?? 'string';
    if (!isList(type) && query.filter(([other]) => other === name).length > 1)
      return [`the query parameter ${name} may stand there only once`];
    return isOfType(value, isList(type) ? (type[0] ?? 'string') : type)
      ? []
      : [`the query parameter ${name} may not be ${value}`];
  });
  return [...new Set(problems)];
}

function isOfType(value: string, type: FactType): boolean {
  if (typeof type === 'object' && 'enum' in type) return type.enum.includes(value);
  if (type === 'boolean') return value === 'true' || value === 'false';
  return typeof type === 'string' && type.startsWith('integer') ? /^-?\d+$/u.test(value) : true;
}

/** What is sent by POST: JSON by its schema, a form by the names of its fields. */
function bodyProblems({ requestBody }: RecordedExchange, known: Known): readonly string[] {
  const { body } = known.endpoint;
  if (body === undefined) return requestBody === '' ? [] : ['a body is sent where none is published'];
  const { schema } = body;
  if (typeof schema !== 'string') {
    return [...new URLSearchParams(requestBody)].flatMap(([name, value]) => {
      const type = schema[name] ?? schema[`${name}?`];
      if (type === undefined) return [`the field ${name} is not published`];
      return isOfType(value, type) ? [] : [`the field ${name} may not be ${value}`];
    });
  }
  const validate = known.requestBody();
  return validate === null || validate(JSON.parse(requestBody)) ? [] : problemsIn(validate, 'sent ');
}

function sizeProblems({ path: asked, query, requestBody }: RecordedExchange): readonly string[] {
  const most = HUBSPOT_PAGE_SIZES.find(([at]) => at.test(asked))?.[1];
  if (most === undefined) return [];
  const inQuery = query.filter(([name]) => name === 'limit').map(([, value]) => Number(value));
  const { limit = 0, inputs = [] } = (requestBody === '' ? {} : JSON.parse(requestBody)) as {
    readonly limit?: number;
    readonly inputs?: readonly unknown[];
  };
  return [...inQuery, limit, inputs.length].some((size) => size > most)
    ? [`more than ${most} are asked for at once`]
    : [];
}

function rightsProblems({ scopesAsked, kind }: RecordedExchange, { rights }: Known): readonly string[] {
  if (kind !== 'api') return [];
  const written = (alternatives: readonly (readonly string[])[]) =>
    new Set(alternatives.map((alternative) => alternative.toSorted().join('+')));
  const [asked, published] = [written(scopesAsked), written(rights)];
  const isNarrower = [...asked].every((alternative) => published.has(alternative));
  return isNarrower ? [] : ['the simulation is content with other rights than are published'];
}

function answerProblems({ status, answerBody, fault }: RecordedExchange, known: Known): readonly string[] {
  const validate = known.answerWith(status);
  if (validate === null || answerBody === null || fault !== null) return [];
  return validate(JSON.parse(answerBody)) ? [] : problemsIn(validate, '');
}

function problemsIn({ errors }: ValidateFunction, where: string): readonly string[] {
  const problems = (errors ?? []).map(
    ({ instancePath, message = '' }) => `${where}${instancePath.replaceAll(/\/\d+/gu, '/*')} ${message}`,
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
