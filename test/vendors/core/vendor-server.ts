import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as realDelay } from 'node:timers/promises';
import { changeField, DROPPED, otherType } from './change-field.js';
import type { Fault } from './fault.js';
import type { FaultRules } from './fault-rules.js';
import { LimitMeter } from './limit-meter.js';
import { RouteTable } from './match-route.js';
import type { OAuthServer } from './oauth-server.js';
import type { RecordedExchange } from './recorded-exchange.js';
import type { Recorder } from './recorder.js';
import { type Delivery, sendAnswer } from './send-answer.js';
import { htmlAnswer, type SimulatedAnswer } from './simulated-answer.js';
import type { SimulatedClock } from './simulated-clock.js';
import type { LimitState, Route, SimulatedRequest, SimulatedVendor } from './simulated-vendor.js';
import type { Token, TokenStore } from './token-store.js';

export interface VendorServerParts {
  readonly vendor: SimulatedVendor;
  readonly tokens: TokenStore;
  readonly oauth: OAuthServer;
  readonly faults: FaultRules;
  readonly recorder: Recorder;
  readonly clock: SimulatedClock;
  /** Simulated time between a request and its answer. */
  readonly latencyMs: () => number;
  readonly enforcesLimits: () => boolean;
}

/** What is known of a request when its answer is ready. */
interface Handled {
  readonly answer: SimulatedAnswer;
  readonly route: string | null;
  readonly kind: RecordedExchange['kind'];
  readonly token: RecordedExchange['token'];
  readonly scopesAsked: readonly (readonly string[])[];
  readonly limits: readonly LimitState[];
}

const NOTHING = { route: null, kind: 'none', token: null, scopesAsked: [], limits: [] } as const;
const PROXY_PAGE =
  '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in to continue</h1></body></html>';
const LARGEST_BODY = 5_000_000;

/** One vendor on one loopback origin. */
export class VendorServer {
  private readonly parts: VendorServerParts;
  private readonly routes: RouteTable;
  private readonly meter: LimitMeter;
  private readonly server: Server;
  private readonly lastPages = new Map<string, SimulatedAnswer>();
  private underWay = 0;
  private failures = 0;

  constructor(parts: VendorServerParts) {
    this.parts = parts;
    this.routes = new RouteTable(parts.vendor.routes);
    this.meter = new LimitMeter(parts.vendor.limits);
    this.server = createServer((incoming, response) => void this.serve(incoming, response));
    this.server.keepAliveTimeout = 60_000;
  }

  /** Listens on 127.0.0.1; 0 is any free port. Gives the origin. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock, faults, vendor, recorder } = this.parts;
    const at = clock.now();
    this.underWay += 1;
    try {
      const request = await requestOf(incoming);
      const fault = faults.faultFor(vendor.id, request);
      const handled = await this.handle(request, fault);
      const latency = clock.realMilliseconds(this.parts.latencyMs());
      if (latency > 0) await realDelay(latency, undefined, { ref: false });
      response.sendDate = false;
      const headers = this.headersOf(request, handled.limits);
      const answerBody = await sendAnswer(response, handled.answer, headers, deliveryOf(fault), clock);
      recorder.add({
        vendor: vendor.id,
        at,
        tookMs: clock.now() - at,
        method: request.method,
        host: request.host,
        path: request.path,
        query: [...request.query],
        requestHeaderNames: Object.keys(request.headers),
        requestContentType: request.headers['content-type'] ?? null,
        requestBody: request.body,
        route: handled.route,
        kind: handled.kind,
        token: handled.token,
        scopesAsked: handled.scopesAsked,
        fault,
        status: handled.answer.status,
        answerHeaders: { ...handled.answer.headers, ...headers },
        answerBody,
      });
    } catch (error) {
      if (incoming.destroyed && !incoming.complete) return;
      // A mistake of the simulation must be loud, and nothing a vendor would say.
      response.writeHead(599, { 'Content-Type': 'text/plain' });
      response.end(`The simulation failed: ${error instanceof Error ? (error.stack ?? '') : ''}`);
    } finally {
      this.underWay -= 1;
    }
  }

  private async handle(request: SimulatedRequest, fault: Fault | null): Promise<Handled> {
    const { vendor, oauth, tokens } = this.parts;
    const before = this.faultBefore(request, fault);
    const endpoint = oauth.endpointOf(request.path);
    if (endpoint !== null) {
      const answer = before ?? oauth.answer(endpoint.endpoint, request);
      return { ...NOTHING, kind: 'oauth', route: endpoint.template, answer: this.faultAfter(answer, fault) };
    }
    const found = this.routes.find(request.method, request.path);
    if (found === null) return { ...NOTHING, answer: before ?? vendor.errors.notFound(request) };
    const { route } = found;
    const token = tokens.find(vendor.tokenOf(request));
    if (fault === 'revoke' && token !== null) revoke(token);
    if (isScopeLoss(fault) && token !== null) tokens.takeScope(token, fault.loseScope);
    const asked: SimulatedRequest = { ...request, parameters: found.parameters, token };
    const known = {
      route: route.path,
      kind: 'api' as const,
      token: token === null ? null : { kind: token.kind, user: token.user, scopes: token.scopes },
      scopesAsked: route.scopes === 'open' ? [] : route.scopes,
    };
    const { refusal, limits } = this.mayPass(route, asked);
    if (refusal !== null) return { ...known, limits, answer: refusal };
    const answer = before ?? (await this.page(route, asked, fault));
    return { ...known, limits, answer: this.faultAfter(answer, fault) };
  }

  /** Token, limits, scopes: in the order in which a gateway looks at them. */
  private mayPass(
    route: Route,
    request: SimulatedRequest,
  ): { readonly refusal: SimulatedAnswer | null; readonly limits: readonly LimitState[] } {
    const { vendor, tokens, clock, enforcesLimits } = this.parts;
    if (route.scopes !== 'open') {
      const problem = this.tokenProblem(request, tokens);
      if (problem !== null) return { refusal: problem, limits: [] };
    }
    if (enforcesLimits()) {
      const { concurrency } = vendor;
      if (concurrency?.appliesTo(request) === true && this.underWay > concurrency.atOnce) {
        return { refusal: concurrency.tooMany(), limits: [] };
      }
      const { exceeded, states } = this.meter.take(request, clock.now());
      if (exceeded !== null) return { refusal: exceeded.limit.tooMany(exceeded), limits: [] };
      return { refusal: this.scopeProblem(route, request), limits: states };
    }
    return { refusal: this.scopeProblem(route, request), limits: [] };
  }

  private tokenProblem(request: SimulatedRequest, tokens: TokenStore): SimulatedAnswer | null {
    const { vendor, clock } = this.parts;
    const { errors } = vendor;
    const { token } = request;
    if (token === null || token.kind === 'refresh') {
      return errors.badToken({ kind: vendor.tokenOf(request) === null ? 'absent' : 'unknown' }, request);
    }
    if (tokens.isRevoked(token)) return errors.badToken({ kind: 'revoked' }, request);
    if (tokens.isExpired(token)) {
      return errors.badToken({ kind: 'expired', sinceMs: clock.now() - (token.expiresAt ?? 0) }, request);
    }
    return null;
  }

  private scopeProblem(route: Route, request: SimulatedRequest): SimulatedAnswer | null {
    const { scopes } = route;
    if (scopes === 'open' || scopes.length === 0) return null;
    const held = request.token?.scopes ?? [];
    const isEnough = scopes.some((alternative) => alternative.every((scope) => held.includes(scope)));
    return isEnough ? null : this.parts.vendor.errors.missingScopes(route, request);
  }

  /** The route's answer, or the one before or after it where a page shall repeat or be left out. */
  private async page(route: Route, request: SimulatedRequest, fault: Fault | null): Promise<SimulatedAnswer> {
    const { pages } = this.parts.vendor;
    if (isChange(fault)) this.change(fault.change);
    const list = listKey(request, pages.parameter);
    const last = this.lastPages.get(list);
    if (fault === 'repeat-page' && last !== undefined) return last;
    const answer = await route.answer(request);
    const next = fault === 'skip-page' ? pages.nextOf(answer.body, request.query) : null;
    const asked = next === null ? request : withQuery(request, pages.parameter, next);
    const given = next === null ? answer : await route.answer(asked);
    if (pages.nextOf(given.body, asked.query) === null) this.lastPages.delete(list);
    else this.lastPages.set(list, given);
    return given;
  }

  private change(name: string): void {
    const change = this.parts.vendor.changes?.[name];
    if (change === undefined) throw new Error(`Nothing called ${name} can happen here.`);
    change();
  }

  /** Answers that a fault gives instead of the vendor's own. */
  private faultBefore(request: SimulatedRequest, fault: Fault | null): SimulatedAnswer | null {
    const { errors } = this.parts.vendor;
    if (fault === null) return null;
    if (typeof fault === 'object') {
      if ('tooManyForSeconds' in fault) return errors.tooMany(fault.tooManyForSeconds, request);
      if ('oauth' in fault) return errors.oauth(fault.oauth);
      return 'answer' in fault ? fault.answer : null;
    }
    if (fault === '429') return errors.tooMany(null, request);
    if (fault === '429-retry-after') return errors.tooMany(2, request);
    if (fault === '401') return errors.badToken({ kind: 'expired', sinceMs: 30_000 }, request);
    if (fault === '403') return errors.forbidden(request);
    if (fault !== '5xx') return null;
    this.failures += 1;
    return errors.unavailable(this.failures, request);
  }

  /** What a fault does to a body that is ready. */
  private faultAfter(answer: SimulatedAnswer, fault: Fault | null): SimulatedAnswer {
    if (fault === 'html') return htmlAnswer(PROXY_PAGE);
    if (fault === 'empty') return { ...answer, body: '' };
    if (typeof fault !== 'object' || fault === null) return answer;
    if ('dropField' in fault)
      return { ...answer, body: changeField(answer.body, fault.dropField, () => DROPPED) };
    if ('changeType' in fault)
      return { ...answer, body: changeField(answer.body, fault.changeType, otherType) };
    if ('setField' in fault)
      return { ...answer, body: changeField(answer.body, fault.setField, () => fault.to) };
    return answer;
  }

  private headersOf(request: SimulatedRequest, limits: readonly LimitState[]): Record<string, string> {
    const { vendor, clock } = this.parts;
    return Object.assign(
      { Date: clock.date().toUTCString() },
      vendor.headers?.(request),
      ...limits.map((state) => state.limit.headers?.(state)),
    ) as Record<string, string>;
  }
}

async function requestOf(incoming: IncomingMessage): Promise<SimulatedRequest> {
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const body = await textOf(incoming);
  if (body.length > LARGEST_BODY) throw new Error('No vendor takes a body of that size.');
  return {
    method: incoming.method ?? 'GET',
    host: headers['x-forwarded-host'] ?? headers['host'] ?? '',
    path: url.pathname.length > 1 ? url.pathname.replace(/\/$/u, '') : url.pathname,
    query: url.searchParams,
    headers,
    body,
    parameters: {},
    token: null,
  };
}

function revoke(token: Token): void {
  if (token.grant === null) token.revoked = true;
  else token.grant.revoked = true;
}

function isScopeLoss(fault: Fault | null): fault is { readonly loseScope: string } {
  return typeof fault === 'object' && fault !== null && 'loseScope' in fault;
}

function isChange(fault: Fault | null): fault is { readonly change: string } {
  return typeof fault === 'object' && fault !== null && 'change' in fault;
}

function deliveryOf(fault: Fault | null): Delivery {
  const ways: readonly unknown[] = ['truncated', 'reset-midway', 'reset', 'slow-drip', 'hang'];
  return ways.includes(fault) ? (fault as Delivery) : 'whole';
}

/** What the pages of one list have in common. */
function listKey({ path, query }: SimulatedRequest, parameter: string): string {
  const rest = [...query].filter(([name]) => name !== parameter);
  return `${path}?${JSON.stringify(rest)}`;
}

function withQuery(request: SimulatedRequest, name: string, value: string): SimulatedRequest {
  const query = new URLSearchParams(request.query);
  query.set(name, value);
  return { ...request, query };
}
