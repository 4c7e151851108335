import type { SimulatedBakery } from '../bakery/simulated-bakery.js';
import type { OAuthProblem, SimulatedOAuth } from './simulated-oauth.js';
import type { SimulatedAnswer } from './simulated-answer.js';
import type { SimulatedClock } from './simulated-clock.js';
import type { Token, TokenStore } from './token-store.js';

export type VendorId = 'hubspot' | 'google' | 'mailchimp' | 'quickbooks';

/** A request as a route sees it. */
export interface SimulatedRequest {
  readonly method: string;
  /** The vendor's own host that was meant (x-forwarded-host), or the loopback host if nobody said. */
  readonly host: string;
  /** Without query, not decoded, without a trailing slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As received. */
  readonly body: string;
  /** The `{names}` of the route's path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What stands in the Authorization header, if the vendor knows it and it is good. Null on open routes. */
  readonly token: Token | null;
}

/** One endpoint. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** `/crm/owners/{version}/{ownerId}`: `{name}` is one segment, or `{name:a|b}` one of these. The first match wins. */
  readonly path: string;
  /** Alternatives, each of scopes that are needed together; `[]` asks only for a good token, `open` for none. */
  readonly scopes: readonly (readonly string[])[] | 'open';
  answer(request: SimulatedRequest): SimulatedAnswer | Promise<SimulatedAnswer>;
}

/** How much of a limit is used, when an answer is written. */
export interface LimitState {
  readonly limit: PublishedLimit;
  readonly remaining: number;
  /** Until at least one request fits again, simulated time; 0 if one fits now. */
  readonly freeInMs: number;
}

/** A limit as the vendor publishes it. */
export interface PublishedLimit {
  readonly id: string;
  readonly requests: number;
  readonly perMs: number;
  /** `rolling`: the last `perMs`; `fixed`: starts anew every `perMs` since 1970, shifted by `offsetMs` (a day in a time zone). */
  readonly window: 'rolling' | 'fixed';
  readonly offsetMs?: number;
  appliesTo(request: SimulatedRequest): boolean;
  /** Requests with one key share the limit: per app, per user. */
  key(request: SimulatedRequest): string;
  /** Units a request takes; 1 unless given. */
  cost?(request: SimulatedRequest): number;
  /** The vendor's answer to one request too many. */
  tooMany(state: LimitState): SimulatedAnswer;
  /** What every other answer says about it. */
  headers?(state: LimitState): Readonly<Record<string, string>>;
}

/** How many requests may be under way at once. */
export interface PublishedConcurrency {
  readonly atOnce: number;
  appliesTo(request: SimulatedRequest): boolean;
  tooMany(): SimulatedAnswer;
}

/** Why a token is not taken. */
export type TokenProblem =
  | { readonly kind: 'absent' | 'unknown' | 'revoked' }
  | { readonly kind: 'expired'; readonly sinceMs: number };

/** The vendor's own error bodies. */
export interface VendorErrors {
  badToken(problem: TokenProblem, request: SimulatedRequest): SimulatedAnswer;
  missingScopes(route: Route, request: SimulatedRequest): SimulatedAnswer;
  notFound(request: SimulatedRequest): SimulatedAnswer;
  /** For the faults '429' and '429-retry-after', whatever the limits say. `retryAfterSeconds` null: no such header. */
  tooMany(retryAfterSeconds: number | null, request: SimulatedRequest): SimulatedAnswer;
  /** For the fault '403': refused for a reason that is no missing scope. */
  forbidden(request: SimulatedRequest): SimulatedAnswer;
  /** For the fault '5xx'; `nth` lets a vendor take turns among the forms it is known for. */
  unavailable(nth: number, request: SimulatedRequest): SimulatedAnswer;
  /** For an error in the OAuth endpoints. */
  oauth(problem: OAuthProblem): SimulatedAnswer;
}

/** Where a list stands in an answer, so that faults can repeat or skip a page without knowing the vendor. */
export interface PageShape {
  /** The query parameter that asks for the next page: `after`, `pageToken`, `offset`. */
  readonly parameter: string;
  /** What that parameter must be for the page after this one; null after the last page, or if it is no page at all. `query` asked for this one. */
  nextOf(body: unknown, query: URLSearchParams): string | null;
}

/** A vendor as this process plays it. One loopback origin answers all of its hosts, by path. */
export interface SimulatedVendor {
  readonly id: VendorId;
  readonly title: string;
  /** The real hosts it stands in for. */
  readonly hosts: readonly string[];
  readonly routes: readonly Route[];
  readonly oauth: SimulatedOAuth;
  readonly limits: readonly PublishedLimit[];
  readonly concurrency?: PublishedConcurrency;
  readonly errors: VendorErrors;
  readonly pages: PageShape;
  /** Reads the token of a request; most vendors: `Authorization: Bearer`. */
  tokenOf(request: Pick<SimulatedRequest, 'headers' | 'query'>): string | null;
  /** Headers that every answer of the vendor carries. */
  readonly headers?: (request: SimulatedRequest) => Readonly<Record<string, string>>;
  /** The client id of the app that is registered from the start, in the vendor's form. */
  readonly clientId: string;
  /** What a key made in the vendor's screens may be given; the key handed out at the start has them all. Null: no keys. */
  readonly keyScopes: readonly string[] | null;
  /** What may happen in the account while somebody reads it, by name: see the fault `change`. */
  readonly changes?: Readonly<Record<string, () => void>>;
  /** States of the account that tests switch on and off: `enterprise`, `api-not-enabled`. */
  readonly conditions: readonly string[];
}

/** What a vendor is built from. */
export interface VendorContext {
  readonly bakery: SimulatedBakery;
  readonly clock: SimulatedClock;
  readonly tokens: TokenStore;
  /** Whether a condition of the vendor is switched on at this moment. */
  readonly has: (condition: string) => boolean;
  /** The next of an endless row of UUIDs that depends on the seed only. */
  readonly nextUuid: () => string;
}

export type BuildVendor = (context: VendorContext) => SimulatedVendor;
