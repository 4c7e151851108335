import type { TokenEndpointResponse } from 'oauth4webapi';
import type { OAuthFacts } from '../../contract/vendor-connector.js';
import { Secret } from '../secret.js';

/** What a token endpoint gave. Instants by our own clock. */
export interface TokenSet {
  readonly accessToken: Secret;
  /** Null where none came: the one in use stays (refresh), or the vendor has none. */
  readonly refreshToken: Secret | null;
  /** Null: it does not end by itself. */
  readonly accessEndsAt: Date | null;
  readonly refreshEndsAt: Date | null;
  /** The rights that were granted; null where the vendor says nothing. */
  readonly scopes: readonly string[] | null;
  /** By how many ms our clock is ahead of the vendor's; null: not told. */
  readonly clockAheadMs: number | null;
}

const DAY_MS = 86_400_000;

/** `asked`: what was asked for, which is what a silent answer grants (RFC 6749, 5.1); null at a refresh. */
export function tokenSetOf(
  answer: TokenEndpointResponse,
  {
    facts,
    asked,
    now,
    aheadMs,
  }: {
    readonly facts: OAuthFacts;
    readonly asked: readonly string[] | null;
    readonly now: Date;
    readonly aheadMs: number | null;
  },
): TokenSet {
  const { access_token: access, refresh_token: refresh, expires_in: seconds, scope } = answer;
  return {
    accessToken: new Secret(access),
    refreshToken: refresh === undefined ? null : new Secret(refresh),
    accessEndsAt: seconds === undefined || seconds <= 0 ? null : after(now, seconds * 1000),
    refreshEndsAt: refreshEnd(answer, facts, now),
    scopes: scope === undefined ? asked : [...new Set(scope.split(' ').filter((one) => one !== ''))],
    clockAheadMs: aheadMs,
  };
}

/** The earlier of two ends: of the refresh token unless it is used, and of the login for good, where the vendor tells it. */
function refreshEnd(answer: TokenEndpointResponse, facts: OAuthFacts, now: Date): Date | null {
  const ends = [unusedEnd(answer, facts, now), toldEnd(answer, 'x_refresh_token_hard_expires_in', now)];
  return ends.reduce((first, end) => (first === null || (end !== null && end < first) ? end : first), null);
}

/** Google and Intuit tell the seconds that a refresh token lives, by different names; else the data sheet knows. */
function unusedEnd(answer: TokenEndpointResponse, facts: OAuthFacts, now: Date): Date | null {
  for (const name of ['refresh_token_expires_in', 'x_refresh_token_expires_in']) {
    const end = toldEnd(answer, name, now);
    if (end !== null) return end;
  }
  const isNew = answer.refresh_token !== undefined;
  return isNew && facts.refreshTokenDays !== null ? after(now, facts.refreshTokenDays * DAY_MS) : null;
}

function toldEnd(answer: TokenEndpointResponse, name: string, now: Date): Date | null {
  const seconds = Number(answer[name]);
  return Number.isFinite(seconds) && seconds > 0 ? after(now, seconds * 1000) : null;
}

/** No later than a calendar knows: a login must not be lost for the number that a vendor says. */
const LATEST = Date.UTC(9999, 0);

function after(now: Date, ms: number): Date {
  return new Date(Math.min(now.getTime() + ms, LATEST));
}
