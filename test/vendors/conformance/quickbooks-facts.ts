import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type PathPattern, pathPattern } from '../core/match-route.js';
import type { RecordedExchange } from '../core/recorded-exchange.js';
import { ACCOUNTING_SCOPE } from '../quickbooks/quickbooks-ids.js';
import { QUICKBOOKS_ENDPOINTS, type QuickbooksEndpoint } from './quickbooks-endpoints.js';
import { QuickbooksSamples } from './quickbooks-samples.js';
import { QuickbooksSchema } from './quickbooks-schema.js';
import { type Choosable, statementProblems } from './quickbooks-statement.js';
import type { Deviation, VendorDescription } from './vendor-description.js';

interface Member {
  readonly name: string;
  readonly product?: readonly string[];
  /** Absent: nobody looked. */
  readonly seenInLiveQBOResponses?: boolean;
  readonly filterable?: number | string;
  readonly sortable?: number | string;
}

interface FieldFile {
  readonly entities: Readonly<Record<string, readonly Member[]>>;
}

interface Known {
  readonly endpoint: QuickbooksEndpoint;
  readonly pattern: PathPattern;
}

type Row = Readonly<Record<string, unknown>>;

/** Checks what went over the wire against what Intuit publishes: its schema, its pages on queries, and recorded answers. */
export class QuickbooksFacts implements VendorDescription {
  private readonly schema: QuickbooksSchema;
  private readonly samples: QuickbooksSamples;
  private readonly entities: FieldFile['entities'];
  private readonly tokenMembers: readonly string[];
  private readonly known: readonly Known[] = QUICKBOOKS_ENDPOINTS.map((endpoint) => ({
    endpoint,
    pattern: pathPattern(endpoint.path),
  }));

  /** `folder` holds entity-fields.json, xsd and samples; ../shared/vendor-apis/quickbooks where this project is developed. */
  constructor(folder: string) {
    this.schema = new QuickbooksSchema(path.join(folder, 'xsd'));
    this.samples = new QuickbooksSamples(path.join(folder, 'samples'));
    this.entities = (readJson(path.join(folder, 'entity-fields.json')) as FieldFile).entities;
    const token = readJson(path.join(folder, 'samples/oauth/token-response.json')) as { readonly body: Row };
    this.tokenMembers = Object.keys(token.body);
  }

  deviationsOf(exchange: RecordedExchange): readonly Deviation[] {
    const found = this.find(exchange);
    if (found === null) {
      return [{ endpoint: `${exchange.method} ${exchange.path}`, what: 'no such endpoint is published' }];
    }
    const problems = [...requestProblems(exchange, found), ...this.queryProblems(exchange)];
    if (exchange.fault === null && exchange.answerBody !== null && exchange.answerBody !== '')
      problems.push(...this.answerProblems(exchange, JSON.parse(exchange.answerBody)));
    return [...new Set(problems)].map((what) => ({ endpoint: nameOf(found), what }));
  }

  /** The one right of the books. */
  rightsFor(exchange: RecordedExchange): readonly (readonly string[])[] | null {
    return exchange.path.startsWith('/v3/company/') ? [[ACCOUNTING_SCOPE]] : null;
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

  private queryProblems({ method, path: asked, query, requestBody }: RecordedExchange): readonly string[] {
    if (!asked.endsWith('/query')) return [];
    const statement = method === 'POST' ? requestBody : (query.find(([name]) => name === 'query')?.[1] ?? '');
    return statementProblems(statement, this.schema, (entity) => this.choosable(entity));
  }

  /** Known of customers only. */
  private choosable(entity: string): Choosable | null {
    const members = this.entities[entity] ?? [];
    const marked = (mark: 'filterable' | 'sortable') =>
      new Set(
        members.flatMap((member) => {
          const value = member[mark];
          if (value === undefined) return [];
          return typeof value === 'string' ? value.split(', ') : [member.name];
        }),
      );
    const [filterable, sortable] = [marked('filterable'), marked('sortable')];
    // The times are marked as both in one place only.
    for (const time of filterable) if (time.startsWith('MetaData.')) sortable.add(time);
    return filterable.size === 0 ? null : { filterable, sortable };
  }

  private answerProblems(exchange: RecordedExchange, body: unknown): readonly string[] {
    const { status, kind, path: asked } = exchange;
    if (!isRow(body)) return ['the answer is no object'];
    if (kind === 'oauth') return status === 200 ? this.tokenProblems(body) : [];
    if (status !== 200)
      return this.samples.knowsError(status, body) ? [] : [`an error ${status} of this form is not known`];
    if (!asked.startsWith('/v3/company/')) return [];
    if (isRow(body['QueryResponse'])) return this.listProblems(body['QueryResponse']);
    const changes = body['CDCResponse'];
    if (Array.isArray(changes))
      return changes
        .flatMap((one: unknown) => (isRow(one) ? one['QueryResponse'] : null))
        .flatMap((one) => (isRow(one) ? this.listProblems(one) : ['a part of the changes is no object']));
    return Object.entries(body)
      .filter(([name]) => name !== 'time')
      .flatMap(([name, record]) => this.recordProblems(name, record));
  }

  private tokenProblems(body: Row): readonly string[] {
    // Asked for by a header since 2025-11-12, and younger than the sample.
    const known = new Set([...this.tokenMembers, 'x_refresh_token_hard_expires_in', 'id_token']);
    return [
      ...Object.keys(body).flatMap((name) => (known.has(name) ? [] : [`a token has no ${name}`])),
      ...this.tokenMembers.flatMap((name) => (name in body ? [] : [`a token lacks ${name}`])),
    ];
  }

  private listProblems(response: Row): readonly string[] {
    return Object.entries(response).flatMap(([name, value]) => {
      if (!Array.isArray(value))
        return this.samples.beside.has(name) ? [] : [`${name} was never recorded beside a list`];
      return value.flatMap((record) => this.recordProblems(name, record));
    });
  }

  private recordProblems(name: string, record: unknown): readonly string[] {
    const entity = this.schema.entityNamed(name);
    if (entity === null || entity !== name) return [`there is no entity ${name}`];
    if (!isRow(record)) return [`${name} is no object`];
    const desktopOnly = new Set(
      (this.entities[name] ?? [])
        .filter(
          ({ name: member, product, seenInLiveQBOResponses: isSeen = false }) =>
            product?.every((one) => one.startsWith('QBW')) === true &&
            !isSeen &&
            !this.samples.hasSeen(`${name}.${member}`),
        )
        .map((member) => member.name),
    );
    return [
      ...this.memberProblems(record, name, name),
      ...Object.keys(record).flatMap((member) =>
        desktopOnly.has(member) ? [`${name}.${member} is of the desktop product only`] : [],
      ),
      ...this.samples.differencesOf(name, record),
    ];
  }

  private memberProblems(record: Row, type: string, place: string): readonly string[] {
    const members = this.schema.membersOf(type);
    if (members === null) return [];
    return Object.entries(record).flatMap(([name, value]) => {
      const at = `${place}.${name}`;
      const memberType = members.get(name);
      if (memberType === undefined) return [`${at} is not in the schema`];
      const kind = this.schema.kindOf(memberType);
      return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
        if (kind === null) return [];
        if (kind !== (isRow(one) ? 'object' : typeof one)) return [`${at} is not a ${memberType}`];
        return isRow(one) ? this.memberProblems(one, memberType, at) : [];
      });
    });
  }
}

function nameOf({ endpoint }: Known): string {
  return `${endpoint.method} ${endpoint.path}`;
}

function requestProblems(
  { query, host, requestBody, kind }: RecordedExchange,
  { endpoint }: Known,
): string[] {
  const problems = query.flatMap(([name]) =>
    endpoint.parameters.includes(name) ? [] : [`the query parameter ${name} is not published`],
  );
  if (host.endsWith('.intuit.com') && host !== endpoint.host)
    problems.push(`the host ${host} is not the published one`);
  if (kind === 'oauth' && endpoint.form !== undefined)
    for (const name of new URLSearchParams(requestBody).keys())
      if (!endpoint.form.includes(name)) problems.push(`the field ${name} is not published`);
  return problems;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
