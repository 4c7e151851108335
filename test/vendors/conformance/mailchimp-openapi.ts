import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { pathPattern, type PathPattern } from '../core/match-route.js';
import type { RecordedExchange } from '../core/recorded-exchange.js';
import type { Deviation, VendorDescription } from './vendor-description.js';

const ROOT = '/3.0';
/** Problem documents, whatever the status. */
const ANY_OTHER = 'default';

interface OpenApiSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  /** Names of fields that nobody knows before. */
  readonly additionalProperties?: unknown;
  readonly items?: OpenApiSchema;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly schema?: OpenApiSchema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: OpenApiSchema }>> }>
  >;
}

interface OpenApiFile {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface SdkFile {
  readonly routes: readonly {
    readonly method: string;
    readonly path: string;
    readonly query: readonly string[];
  }[];
}

interface NewerFile {
  readonly member_fields_added: Readonly<Record<string, string>>;
}

interface Known {
  readonly name: string;
  readonly method: string;
  readonly pattern: PathPattern;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly operation: Operation;
}

/** Checks what went over the wire against Mailchimp's own specification, and what was added to it since. */
export class MailchimpOpenApi implements VendorDescription {
  private readonly known: readonly Known[];
  private readonly newerFields: ReadonlySet<string>;
  private readonly checks = new Map<OpenApiSchema, ValidateFunction>();
  private readonly ajv = new Ajv({
    strict: false,
    validateSchema: false,
    allErrors: true,
    formats: { 'date-time': isInstant },
  });

  /** `folder` holds the files; ../shared/vendor-apis/mailchimp where this project is developed. */
  constructor(folder: string) {
    const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    const specification = read('mailchimp-marketing-3.0.55.openapi.json') as OpenApiFile;
    const sdk = read('mailchimp-sdk-3.0.80.routes.json') as SdkFile;
    const newer = read('newer-than-3.0.55.json') as NewerFile;
    this.newerFields = new Set(Object.keys(newer.member_fields_added));
    this.known = Object.entries(specification.paths).flatMap(([template, operations]) =>
      Object.entries(operations).map(([method, operation]) =>
        knownOf(method.toUpperCase(), template, operation, sdk),
      ),
    );
  }

  deviationsOf(exchange: RecordedExchange): readonly Deviation[] {
    const found = this.find(exchange);
    if (found === null) {
      return [{ endpoint: `${exchange.method} ${exchange.path}`, what: 'no such endpoint is published' }];
    }
    const schema = schemaOf(found.operation, '200');
    const problems = [
      ...exchange.query.flatMap((parameter) => parameterProblems(parameter, found)),
      ...(schema === null ? [] : this.selectionProblems(exchange, schema)),
      ...this.answerProblems(exchange, found),
    ];
    return [...new Set(problems)].map((what) => ({ endpoint: found.name, what }));
  }

  /** Mailchimp has no rights to ask for: what a login may do hangs on its level. */
  rightsFor(): readonly (readonly string[])[] {
    return [[]];
  }

  endpointOf(exchange: RecordedExchange): string | null {
    return this.find(exchange)?.name ?? null;
  }

  private find({ method, path: asked }: RecordedExchange): Known | null {
    return this.known.find((one) => one.method === method && one.pattern.match(asked) !== null) ?? null;
  }

  /** `fields` and `exclude_fields` name what the answer may have. */
  private selectionProblems({ query, status }: RecordedExchange, schema: OpenApiSchema): readonly string[] {
    if (status === 400) return [];
    const names = query
      .filter(([name]) => name === 'fields' || name === 'exclude_fields')
      .flatMap(([, value]) => value.split(','));
    return names
      .filter((name) => !this.isKnown(name.split('.'), schema))
      .map((name) => `the field ${name} is asked for and not published`);
  }

  private isKnown([first, ...rest]: readonly string[], schema: OpenApiSchema): boolean {
    if (first === undefined) return true;
    const object = schema.items ?? schema;
    if (this.newerFields.has(first)) return true;
    const below = object.properties?.[first];
    if (below === undefined) return object.additionalProperties !== undefined;
    return this.isKnown(rest, below);
  }

  private answerProblems(
    { status, answerBody, answerHeaders, fault }: RecordedExchange,
    { operation }: Known,
  ): readonly string[] {
    const type = answerHeaders['Content-Type'] ?? '';
    const schema = schemaOf(operation, status === 200 ? '200' : ANY_OTHER);
    if (schema === null || answerBody === null || fault !== null || !type.includes('json')) return [];
    const body: unknown = JSON.parse(answerBody);
    const validate = this.checkOf(schema);
    return [
      ...(validate(body) ? [] : problemsIn(validate)),
      // Problems may say which field they are about.
      ...(status === 200 ? this.unpublished(body, schema, '') : []),
    ];
  }

  private checkOf(schema: OpenApiSchema): ValidateFunction {
    const known = this.checks.get(schema) ?? this.ajv.compile(schema);
    this.checks.set(schema, known);
    return known;
  }

  /** Fields that the answer has and the specification has not. */
  private unpublished(body: unknown, schema: OpenApiSchema, where: string): readonly string[] {
    if (Array.isArray(body)) {
      const { items = {} } = schema;
      return body.flatMap((item) => this.unpublished(item, items, `${where}/*`));
    }
    if (typeof body !== 'object' || body === null || schema.properties === undefined) return [];
    const { properties } = schema;
    return Object.entries(body).flatMap(([name, value]) => {
      const below = properties[name];
      if (below !== undefined) return this.unpublished(value, below, `${where}/${name}`);
      return this.newerFields.has(name) ? [] : [`${where}/${name} is not published`];
    });
  }
}

function knownOf(method: string, template: string, operation: Operation, sdk: SdkFile): Known {
  const published = (operation.parameters ?? []).filter((one) => one.in === 'query');
  const newer = sdk.routes.filter((route) => route.method === method && route.path === template);
  const parameters = new Map(
    newer.flatMap(({ query }) => query.map((name): [string, Parameter] => [name, { name, in: 'query' }])),
  );
  for (const one of published) parameters.set(one.name, one);
  return {
    name: `${method} ${template}`,
    method,
    pattern: pathPattern(ROOT + (template === '/' ? '' : template)),
    parameters,
    operation,
  };
}

function schemaOf({ responses }: Operation, status: string): OpenApiSchema | null {
  return responses[status]?.content?.['application/json']?.schema ?? null;
}

function parameterProblems(
  [name, value]: readonly [name: string, value: string],
  { parameters }: Known,
): readonly string[] {
  const parameter = parameters.get(name);
  if (parameter === undefined) return [`the query parameter ${name} is not published`];
  const { schema = {}, description = '' } = parameter;
  const isWrong =
    (schema.enum !== undefined && !schema.enum.includes(value)) ||
    (schema.type === 'integer' && !/^\d+$/u.test(value)) ||
    (schema.type === 'boolean' && !/^(true|false)$/u.test(value)) ||
    (schema.maximum !== undefined && Number(value) > schema.maximum) ||
    // As the description has it: 2015-10-21T15:41:36+00:00.
    (description.includes('ISO 8601') &&
      !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/u.test(value));
  return isWrong ? [`the query parameter ${name} may not be ${value}`] : [];
}

function problemsIn({ errors }: ValidateFunction): readonly string[] {
  return (errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath.replaceAll(/\/\d+/gu, '/*')} ${message}`,
  );
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u.test(text);
}
