import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type PathPattern, pathPattern } from '../../core/match-route.js';
import type { RecordedExchange } from '../../core/recorded-exchange.js';
import type { Deviation, VendorDescription } from '../../conformance/vendor-description.js';
import { type Surface, type SurfaceMethod, surfaceProblems } from './surface-check.js';

/** The newest shape of an API, and the older description of it that also has enumerations and limits. */
const APIS: readonly (readonly [surface: string, discovery: string])[] = [
  ['admin.directory_v1', 'admin-directory_v1'],
  ['admin.reports_v1', 'admin-reports_v1'],
  ['drive.v3', 'drive-v3'],
  ['people.v1', 'people-v1'],
  ['sheets.v4', 'sheets-v4'],
  ['oauth2.v2', 'oauth2-v2'],
];

/** Parameters that every Google API takes. */
const COMMON = new Set(['fields', 'alt', 'prettyPrint', 'key', 'quotaUser', 'access_token', 'oauth_token']);

interface DiscoveryParameter {
  readonly enum?: readonly string[];
  readonly minimum?: string;
  readonly maximum?: string;
}

interface DiscoveryResource {
  readonly methods?: Readonly<
    Record<
      string,
      { readonly id: string; readonly parameters?: Readonly<Record<string, DiscoveryParameter>> }
    >
  >;
  readonly resources?: Readonly<Record<string, DiscoveryResource>>;
}

interface Known {
  readonly id: string;
  readonly method: SurfaceMethod;
  readonly surface: Surface;
  readonly pattern: PathPattern;
  readonly parameters: Readonly<Record<string, DiscoveryParameter>>;
}

/** Checks what went over the wire against Google's own description of its APIs. */
export class GoogleSurfaces implements VendorDescription {
  private readonly known: readonly Known[];

  /** `folder` holds `surface-2026-10` and `discovery`; ../shared/vendor-apis/google where this project is developed. */
  constructor(folder: string) {
    this.known = APIS.flatMap(([name, older]) => {
      const surface = readJson(path.join(folder, 'surface-2026-10', `${name}.json`)) as Surface;
      const parameters = parametersOf(
        readJson(path.join(folder, 'discovery', `${older}.json`)) as DiscoveryResource,
      );
      return Object.entries(surface.methods).map(([id, method]) => ({
        id: `${name} ${id}`,
        method,
        surface,
        // `{+resourceName}` may hold slashes.
        pattern: pathPattern(method.path.replaceAll(/\{\+(\w+)\}/gu, '{$1:.+}')),
        parameters: parameters.get(id.toLowerCase().replaceAll('$', '.')) ?? {},
      }));
    });
  }

  /** What is wrong with one exchange; empty if nothing is. Sign-in is described nowhere, and faults are not looked at. */
  deviationsOf(exchange: RecordedExchange): readonly Deviation[] {
    if (exchange.kind === 'oauth' || OPEN.has(exchange.path)) return [];
    const first = this.find(exchange);
    if (first === null) {
      return [{ endpoint: `${exchange.method} ${exchange.path}`, what: 'no such endpoint is published' }];
    }
    return [
      ...requestProblems(exchange, first),
      ...scopeProblems(exchange, first),
      ...answerProblems(exchange, first),
    ].map((what) => ({ endpoint: first.id, what }));
  }

  rightsFor(exchange: RecordedExchange): readonly (readonly string[])[] | null {
    return this.find(exchange)?.method.scopesAnyOf.map((scope) => [scope]) ?? null;
  }

  endpointOf(exchange: RecordedExchange): string | null {
    return this.find(exchange)?.id ?? null;
  }

  private find({ method: asked, path: at }: RecordedExchange): Known | null {
    const found = this.known.filter(
      ({ method, pattern }) => method.httpMethod === asked && pattern.match(at) !== null,
    );
    // `/v1/{+resourceName}` also stands for what has an address of its own.
    return found.find(({ method }) => !/\{\+\w+\}$/u.test(method.path)) ?? found[0] ?? null;
  }
}

/** Published elsewhere: sign-in and OpenID Connect. */
const OPEN = new Set([
  '/tokeninfo',
  '/oauth2/v3/certs',
  '/oauth2/v3/userinfo',
  '/v1/userinfo',
  '/.well-known/openid-configuration',
]);

function requestProblems(
  { query, host }: RecordedExchange,
  { method, parameters }: Known,
): readonly string[] {
  const problems = [...query].flatMap(([name, value]) => {
    if (COMMON.has(name)) return [];
    // Some methods stand in the newer file without their parameters.
    if (method.params?.[name] === undefined && parameters[name] === undefined)
      return [`the query parameter ${name} is not published`];
    return isAllowed(value, parameters[name] ?? {})
      ? []
      : [`the query parameter ${name} may not be ${value}`];
  });
  const isElsewhere = host.includes('google') && host !== new URL(method.rootUrl).hostname;
  return isElsewhere ? [...problems, `the host ${host} is not the published one`] : problems;
}

function isAllowed(value: string, { enum: choices, minimum, maximum }: DiscoveryParameter): boolean {
  if (choices !== undefined && !choices.includes(value)) return false;
  if (minimum !== undefined && Number(value) < Number(minimum)) return false;
  return maximum === undefined || Number(value) <= Number(maximum);
}

function scopeProblems({ scopesAsked }: RecordedExchange, { method }: Known): readonly string[] {
  const asked = scopesAsked.flat();
  const published = new Set(method.scopesAnyOf);
  const isSame = asked.length === published.size && asked.every((scope) => published.has(scope));
  return isSame ? [] : ['the simulation asks for other rights than are published'];
}

function answerProblems(
  { status, answerBody, fault, query }: RecordedExchange,
  { method, surface }: Known,
): readonly string[] {
  const isMedia = query.some(([name, value]) => name === 'alt' && value === 'media');
  if (status !== 200 || answerBody === null || fault !== null || isMedia) return [];
  return surfaceProblems(surface, method.response, JSON.parse(answerBody));
}

/** By method, in lower case: `users.list`. */
function parametersOf(
  resource: DiscoveryResource,
): ReadonlyMap<string, Readonly<Record<string, DiscoveryParameter>>> {
  const methods = Object.values(resource.methods ?? {}).map(
    ({ id, parameters = {} }) => [id.slice(id.indexOf('.') + 1).toLowerCase(), parameters] as const,
  );
  const below = Object.values(resource.resources ?? {}).flatMap((one) => [...parametersOf(one)]);
  return new Map([...methods, ...below]);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
