import { verify } from 'node:crypto';
import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { VendorContext } from '../../core/simulated-vendor.js';
import type { TokenStore } from '../../core/token-store.js';
import { googleJson } from '../answers/google-answer.js';
import type { Workspace } from '../directory/workspace.js';
import { isDelegated, SERVICE_ACCOUNT_EMAIL, serviceAccountPublicKey } from './service-account.js';
import { ACCESS_TOKEN_MS, ACCESS_TOKEN_SECONDS } from './token-lifetimes.js';

export const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const AUDIENCES = new Set([
  'https://oauth2.googleapis.com/token',
  'https://www.googleapis.com/oauth2/v4/token',
]);
/** How far a clock may be off. */
const SKEW_S = 300;
const LONGEST_S = 3600;

interface Claims {
  readonly iss?: unknown;
  readonly sub?: unknown;
  readonly aud?: unknown;
  readonly iat?: unknown;
  readonly exp?: unknown;
  readonly scope?: unknown;
}

/** A service account asks for a token in somebody's name (domain-wide delegation), or in its own. */
export function jwtBearer(
  form: URLSearchParams,
  tokens: TokenStore,
  workspace: Workspace,
  { clock, has }: Pick<VendorContext, 'clock' | 'has'>,
): SimulatedAnswer {
  const claims = verifiedClaims(form.get('assertion') ?? '');
  if (typeof claims === 'string') return refused(claims);
  const problem = claimProblem(claims, clock.now() / 1000);
  if (problem !== null) return refused(problem);
  const { sub } = claims;
  const scopes = typeof claims.scope === 'string' ? claims.scope.split(' ') : [];
  if (scopes.length === 0 || scopes[0] === '') {
    return refused('Invalid OAuth scope or ID token audience provided.', 'invalid_scope');
  }
  if (typeof sub === 'string' && sub !== SERVICE_ACCOUNT_EMAIL) {
    const member = workspace.member(sub);
    if (member === null || member.isSuspended) return refused('Invalid email or User ID');
    // One right that was not entered refuses them all.
    if (has('not-delegated') || scopes.some((scope) => !isDelegated(tokens, scope))) return notDelegated();
  }
  const user = typeof sub === 'string' ? sub : SERVICE_ACCOUNT_EMAIL;
  const access = tokens.issue({ kind: 'access', grant: null, user, scopes, livesMs: ACCESS_TOKEN_MS });
  return googleJson({ access_token: access.text, expires_in: ACCESS_TOKEN_SECONDS, token_type: 'Bearer' });
}

function verifiedClaims(assertion: string): Claims | string {
  const [header = '', payload = '', signature = '', ...rest] = assertion.split('.');
  const head = parsed(header);
  const claims = parsed(payload);
  if (head === null || claims === null || rest.length > 0) {
    return 'Invalid JWT: Failed audience check or malformed token.';
  }
  if (claims.iss !== SERVICE_ACCOUNT_EMAIL) return 'Invalid grant: account not found';
  const key = serviceAccountPublicKey();
  const isRight =
    head['alg'] === 'RS256' &&
    key !== null &&
    verify('RSA-SHA256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
  return isRight ? claims : 'Invalid JWT Signature.';
}

function claimProblem({ aud, iat, exp }: Claims, now: number): string | null {
  if (typeof aud !== 'string' || !AUDIENCES.has(aud)) {
    return 'Invalid JWT: Failed audience check.';
  }
  const isShort =
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    exp - iat <= LONGEST_S &&
    iat <= now + SKEW_S &&
    exp >= now - SKEW_S;
  return isShort
    ? null
    : 'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.';
}

function refused(description: string, error = 'invalid_grant'): SimulatedAnswer {
  return googleJson({ error, error_description: description }, 400);
}

function notDelegated(): SimulatedAnswer {
  return googleJson(
    {
      error: 'unauthorized_client',
      error_description:
        'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
    },
    401,
  );
}

function parsed(part: string): (Claims & Readonly<Record<string, unknown>>) | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
