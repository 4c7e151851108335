import { refusedPage } from '../../core/consent-page.js';
import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type {
  ConsentRequest,
  IssuedTokens,
  OAuthProblem,
  SimulatedOAuth,
} from '../../core/simulated-oauth.js';
import type { VendorContext } from '../../core/simulated-vendor.js';
import type { Grant, Token, TokenStore } from '../../core/token-store.js';
import { googleJson } from '../answers/google-answer.js';
import type { GrantBook } from '../directory/grant-book.js';
import { BAKERY_DOMAIN } from '../directory/own-domains.js';
import type { Workspace } from '../directory/workspace.js';
import { googleScope, isKnownScope, isSignIn } from '../google-scopes.js';
import { signedIdToken } from './id-token.js';
import { JWT_BEARER, jwtBearer } from './jwt-bearer.js';
import { ACCESS_TOKEN_MS, ACCESS_TOKEN_SECONDS, LIVE_TOKENS, TESTING_MS } from './token-lifetimes.js';

const ISSUER = 'https://accounts.google.com';

/** Google's OAuth server: rights can be unticked, and a refresh token comes once and stays the same. */
export function googleOAuth(context: VendorContext, workspace: Workspace, grants: GrantBook): SimulatedOAuth {
  const { tokens, clock } = context;
  return {
    authorizePaths: ['/o/oauth2/v2/auth', '/o/oauth2/auth'],
    tokenPaths: ['/token', '/oauth2/v4/token'],
    // Its own answers `tokeninfo` by GET: see the routes.
    introspectPaths: [],
    revokePaths: ['/revoke', '/o/oauth2/revoke'],
    clientAuthentication: ['body', 'basic'],
    pkce: true,
    codeMs: 10 * 60_000,
    accessTokenMs: ACCESS_TOKEN_MS,
    get refreshTokenMs() {
      return context.has('testing') ? TESTING_MS : null;
    },
    refreshTokenRotates: false,
    scopesOf,
    givesRefreshToken: (query) => query.get('access_type') === 'offline' && isAskedAnew(query, tokens),
    takesRedirect: ({ protocol, hostname }) =>
      protocol === 'https:' ||
      (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)),
    tokenText,
    tokenAnswer(issued, again) {
      endOldest(issued, tokens);
      return tokenAnswer(issued, again, { isTesting: context.has('testing'), now: clock.now(), workspace });
    },
    introspectAnswer: () => googleJson({ error: 'invalid_token' }, 400),
    revokeAnswer(token) {
      if (token?.grant !== null && token !== null) grants.noteRevoked(token.grant);
      return token === null
        ? googleJson({ error: 'invalid_token', error_description: 'Token expired or revoked' }, 400)
        : googleJson({});
    },
    refuses: (request) => refusal(request, context),
    redirectParameters: (grant) => redirectParameters(grant, workspace),
    otherGrants: {
      [JWT_BEARER]: (form, store) => jwtBearer(form, store, workspace, context),
    },
  };
}

/** Where a single right is asked for, it is all or nothing; signing in cannot be unticked. */
function scopesOf(query: URLSearchParams): Pick<ConsentRequest, 'required' | 'optional'> {
  const asked = [...new Set((query.get('scope') ?? '').split(/\s+/u).filter((scope) => scope !== ''))].map(
    spelledOut,
  );
  const signIn = asked.filter(isSignIn);
  const others = asked.filter((scope) => !isSignIn(scope));
  return others.length === 1
    ? { required: [...signIn, ...others], optional: [] }
    : { required: signIn, optional: others };
}

/** `email` and `profile` come back under their long names. */
function spelledOut(scope: string): string {
  return scope === 'email' || scope === 'profile' ? googleScope(`userinfo.${scope}`) : scope;
}

/** The first time, or because the app asked for consent again; else there is no second refresh token. */
function isAskedAnew(query: URLSearchParams, tokens: TokenStore): boolean {
  if (query.get('prompt')?.split(' ').includes('consent') === true) return true;
  const all = tokens.all();
  const grant = all.find((token) => token.grant?.query === query)?.grant;
  return !all.some(
    (token) =>
      token.kind === 'refresh' &&
      token.grant?.client.id === grant?.client.id &&
      token.user === grant?.user &&
      tokens.isGood(token),
  );
}

function tokenText(kind: Token['kind'], random: string): string {
  return kind === 'refresh'
    ? `1//0${random}${random.slice(0, 36)}`
    : `ya29.a0${random}${random}${random.slice(0, 60)}`;
}

/** A client has at most a hundred live refresh tokens of one account. */
function endOldest({ refresh }: IssuedTokens, tokens: TokenStore): void {
  if (refresh === null) return;
  const alive = tokens
    .all()
    .filter(
      (token) =>
        token.kind === 'refresh' &&
        token.user === refresh.user &&
        token.grant?.client.id === refresh.grant?.client.id &&
        tokens.isGood(token),
    );
  for (const token of alive.slice(0, -LIVE_TOKENS)) token.revoked = true;
}

function tokenAnswer(
  { grant, access, refresh }: IssuedTokens,
  again: boolean,
  {
    isTesting,
    now,
    workspace,
  }: { readonly isTesting: boolean; readonly now: number; readonly workspace: Workspace },
): SimulatedAnswer {
  return googleJson({
    access_token: access.text,
    expires_in: ACCESS_TOKEN_SECONDS,
    ...(refresh === null || again ? {} : { refresh_token: refresh.text }),
    // In an order of its own.
    scope: access.scopes.toSorted().join(' '),
    token_type: 'Bearer',
    ...(access.scopes.includes('openid') ? { id_token: idToken(grant, now, workspace) } : {}),
    ...(isTesting && refresh !== null
      ? { refresh_token_expires_in: Math.floor(((refresh.expiresAt ?? now) - now) / 1000) }
      : {}),
  });
}

function idToken({ client, user, query }: Grant, now: number, { member }: Workspace): string {
  const issued = Math.floor(now / 1000);
  const person = member(user);
  const nonce = query.get('nonce');
  return signedIdToken({
    iss: ISSUER,
    azp: client.id,
    aud: client.id,
    sub: person?.id ?? '100000000000000000999',
    ...(person === null ? {} : { hd: BAKERY_DOMAIN }),
    email: user,
    email_verified: true,
    ...(nonce === null ? {} : { nonce }),
    iat: issued,
    exp: issued + ACCESS_TOKEN_SECONDS,
  });
}

/** Google shows a page of its own and sends nobody back. */
function refusal(
  { query, required, optional }: ConsentRequest,
  context: Pick<VendorContext, 'has'>,
): SimulatedAnswer | Readonly<Record<string, string>> | null {
  const page = (code: string, reason: string) => refusedPage('Google', `Error 400: ${code}. ${reason}`);
  if (query.get('response_type') !== 'code') {
    return page('invalid_request', 'Required parameter is missing: response_type');
  }
  const scopes = [...required, ...optional];
  if (scopes.length === 0) return page('invalid_request', 'Missing required parameter: scope');
  if (!scopes.every(isKnownScope)) return page('invalid_scope', 'Some requested scopes were invalid.');
  if (context.has('blocked-by-admin')) {
    return page('admin_policy_enforced', 'An administrator of your organization blocks this app.');
  }
  if (context.has('internal-app') && context.has('personal-account')) {
    return page('org_internal', 'This app is for people of its own organization only.');
  }
  return query.get('prompt') === 'none' ? { error: 'interaction_required' } : null;
}

function redirectParameters(grant: Grant, { member }: Workspace): Readonly<Record<string, string>> {
  return {
    iss: ISSUER,
    scope: grant.scopes.join(' '),
    authuser: '0',
    ...(member(grant.user) === null ? {} : { hd: BAKERY_DOMAIN }),
    prompt: 'consent',
  };
}

/** Wording of most from memory; what counts is the code. */
export function googleOAuthError(problem: OAuthProblem): SimulatedAnswer {
  const [status, error, error_description] = OAUTH_ERRORS[problem];
  return googleJson({ error, error_description }, status);
}

const DEAD = [400, 'invalid_grant', 'Token has been expired or revoked.'] as const;
const OAUTH_ERRORS: Readonly<
  Record<OAuthProblem, readonly [status: number, error: string, description: string]>
> = {
  'bad-client': [401, 'invalid_client', 'The OAuth client was not found.'],
  'bad-secret': [401, 'invalid_client', 'The provided client secret is invalid.'],
  'bad-redirect': [400, 'redirect_uri_mismatch', 'Bad Request'],
  'bad-code': [400, 'invalid_grant', 'Malformed auth code.'],
  'code-used': [400, 'invalid_grant', 'Bad Request'],
  'code-expired': [400, 'invalid_grant', 'Bad Request'],
  'bad-verifier': [400, 'invalid_grant', 'Invalid code verifier.'],
  'bad-refresh-token': [400, 'invalid_grant', 'Bad Request'],
  'refresh-token-revoked': DEAD,
  'refresh-token-expired': DEAD,
  'bad-grant-type': [400, 'unsupported_grant_type', 'Invalid grant_type'],
  'bad-scope': [400, 'invalid_scope', 'Some requested scopes were invalid.'],
  'bad-content-type': [400, 'invalid_request', 'Bad Request'],
};
