import type {
  LimitState,
  PublishedLimit,
  SimulatedRequest,
  VendorContext,
} from '../core/simulated-vendor.js';
import type { HubspotErrors } from './hubspot-errors.js';

const TEN_SECONDS = 10_000;
const DAY = 86_400_000;
/** A day begins at midnight in the account's time zone. */
const ZONE_OFFSET = -5 * 3_600_000;

/** What an account may ask, by the way it is connected and the plan that it pays for. */
export function hubspotLimits({ has }: VendorContext, errors: HubspotErrors): readonly PublishedLimit[] {
  const isEnterprise = (): boolean => has('enterprise');
  const isLarger = (): boolean => isEnterprise() || has('professional');
  return [
    tenSecondly('oauth-app', 110, isOAuth, errors),
    tenSecondly('key-starter', 100, (request) => isKey(request) && !isLarger(), errors),
    tenSecondly('key-professional', 190, (request) => isKey(request) && isLarger(), errors),
    daily('day-starter', 250_000, (request) => isKey(request) && !isLarger(), errors),
    daily('day-professional', 650_000, (request) => isKey(request) && isLarger() && !isEnterprise(), errors),
    daily('day-enterprise', 1_000_000, (request) => isKey(request) && isEnterprise(), errors),
    {
      id: 'search',
      requests: 5,
      perMs: 1000,
      window: 'rolling',
      appliesTo: isSearch,
      key: () => 'account',
      tooMany: () => errors.rateLimit('SECONDLY', 'You have reached your secondly limit.'),
    },
  ];
}

function tenSecondly(
  id: string,
  requests: number,
  appliesTo: (request: SimulatedRequest) => boolean,
  errors: HubspotErrors,
): PublishedLimit {
  const headers = ({ remaining }: LimitState): Readonly<Record<string, string>> => ({
    'X-HubSpot-RateLimit-Max': String(requests),
    'X-HubSpot-RateLimit-Remaining': String(remaining),
    'X-HubSpot-RateLimit-Interval-Milliseconds': String(TEN_SECONDS),
  });
  return {
    id,
    requests,
    perMs: TEN_SECONDS,
    window: 'rolling',
    // Search has a limit of its own instead.
    appliesTo: (request) => appliesTo(request) && !isSearch(request),
    key: appOf,
    tooMany(state) {
      const answer = errors.rateLimit(
        'TEN_SECONDLY_ROLLING',
        'You have reached your ten_secondly_rolling limit.',
      );
      return { ...answer, headers: { ...answer.headers, ...headers(state) } };
    },
    headers,
  };
}

function daily(
  id: string,
  requests: number,
  appliesTo: (request: SimulatedRequest) => boolean,
  errors: HubspotErrors,
): PublishedLimit {
  return {
    id,
    requests,
    perMs: DAY,
    window: 'fixed',
    offsetMs: ZONE_OFFSET,
    appliesTo,
    key: () => 'account',
    tooMany: () => errors.rateLimit('DAILY', 'You have reached your daily limit.'),
    headers: ({ remaining }) => ({
      'X-HubSpot-RateLimit-Daily': String(requests),
      'X-HubSpot-RateLimit-Daily-Remaining': String(remaining),
    }),
  };
}

function isOAuth({ token }: SimulatedRequest): boolean {
  return token?.kind === 'access';
}

function isKey({ token }: SimulatedRequest): boolean {
  return token?.kind === 'key';
}

function isSearch({ path }: SimulatedRequest): boolean {
  return path.endsWith('/search');
}

function appOf({ token }: SimulatedRequest): string {
  return token?.grant?.client.id ?? token?.text ?? '';
}
