import { createHash } from 'node:crypto';
import { consentPage, refusedPage } from './consent-page.js';
import { type PathPattern, pathPattern } from './match-route.js';
import { emptyAnswer, type SimulatedAnswer } from './simulated-answer.js';
import type { SimulatedClock } from './simulated-clock.js';
import type { ConsentRequest, IssuedTokens, OAuthProblem } from './simulated-oauth.js';
import type { SimulatedRequest, SimulatedVendor } from './simulated-vendor.js';
import type { Grant, OAuthClient, Token, TokenStore } from './token-store.js';

/** How the person before the screen answers: by hand on the page, or at once. */
export interface Consent {
  mode: 'page' | 'allow' | 'deny';
  /** Optional scopes that are unticked. */
  without: readonly string[];
  /** Who is signed in. */
  user: string;
}

interface Code {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly challengeMethod: string;
  readonly expiresAt: number;
  used: boolean;
}

type Headers = SimulatedRequest['headers'];

/** Who of the four endpoints a path is. */
type Endpoint = 'authorize' | 'token' | 'introspect' | 'revoke';

/** The OAuth server of one vendor: consent, exchange, refresh, revocation, introspection, in the vendor's own words. */
export class OAuthServer {
  private readonly vendor: SimulatedVendor;
  private readonly tokens: TokenStore;
  private readonly clock: SimulatedClock;
  private readonly consent: Consent;
  private readonly endpoints: readonly (readonly [Endpoint, PathPattern])[];
  private readonly codes = new Map<string, Code>();
  private readonly open = new Map<string, ConsentRequest>();

  constructor(vendor: SimulatedVendor, tokens: TokenStore, clock: SimulatedClock, consent: Consent) {
    this.vendor = vendor;
    this.tokens = tokens;
    this.clock = clock;
    this.consent = consent;
    const { oauth } = vendor;
    this.endpoints = [
      ...oauth.authorizePaths.map((path) => ['authorize', pathPattern(path)] as const),
      ...oauth.tokenPaths.map((path) => ['token', pathPattern(path)] as const),
      ...oauth.introspectPaths.map((path) => ['introspect', pathPattern(path)] as const),
      ...oauth.revokePaths.map((path) => ['revoke', pathPattern(path)] as const),
    ];
  }

  /** The path template, if the path is one of its endpoints. */
  endpointOf(path: string): { readonly endpoint: Endpoint; readonly template: string } | null {
    const found = this.endpoints.find(([, pattern]) => pattern.match(path) !== null);
    return found === undefined ? null : { endpoint: found[0], template: found[1].template };
  }

  answer(endpoint: Endpoint, request: SimulatedRequest): SimulatedAnswer {
    if (endpoint === 'authorize') {
      return request.method === 'POST' ? this.consentGiven(request) : this.authorize(request);
    }
    if (request.method !== 'POST') return this.vendor.errors.notFound(request);
    if (endpoint === 'token') return this.token(request);
    const client = this.clientOf(request);
    const form = formOf(request, endpoint === 'revoke');
    if (typeof client === 'string') return this.problem(client);
    const token = this.tokens.find(form.get('token'));
    const isTheirs = token !== null && (client === null || token.grant?.client.id === client.id);
    if (endpoint === 'introspect') {
      return this.vendor.oauth.introspectAnswer(isTheirs && this.tokens.isGood(token) ? token : null);
    }
    return this.revoke(isTheirs ? token : null);
  }

  /** Tokens as after a consent on the page, for tests that start where somebody is connected already. */
  grant(client: OAuthClient, scopes: readonly string[], query = new URLSearchParams()): IssuedTokens {
    return this.issue({
      id: this.tokens.nextRandom(),
      client,
      user: this.consent.user,
      scopes,
      query,
      revoked: false,
    });
  }

  private authorize(request: SimulatedRequest): SimulatedAnswer {
    const { query } = request;
    const client = this.tokens.client(query.get('client_id') ?? '');
    if (client === null) return refusedPage(this.vendor.title, 'No app has this client id.');
    const redirectUri = query.get('redirect_uri') ?? '';
    if (!this.takesRedirect(client, redirectUri)) {
      return refusedPage(this.vendor.title, 'The redirect address is none of those registered for the app.');
    }
    const asked: ConsentRequest = { client, query, ...this.vendor.oauth.scopesOf(query) };
    const refusal = this.vendor.oauth.refuses?.(asked) ?? null;
    if (refusal !== null) return isAnswer(refusal) ? refusal : redirect(asked, refusal);
    if (this.consent.mode === 'deny') return this.denied(asked);
    if (this.consent.mode === 'allow') {
      return this.allowed(
        asked,
        asked.optional.filter((scope) => !this.consent.without.includes(scope)),
      );
    }
    const id = this.tokens.nextRandom();
    this.open.set(id, asked);
    return consentPage(this.vendor.title, request.path, id, asked);
  }

  private consentGiven(request: SimulatedRequest): SimulatedAnswer {
    const form = new URLSearchParams(request.body);
    const id = form.get('consent') ?? '';
    const asked = this.open.get(id);
    this.open.delete(id);
    if (asked === undefined) return refusedPage(this.vendor.title, 'This page was answered already.');
    if (form.get('answer') !== 'allow') return this.denied(asked);
    const ticked = form.getAll('scope');
    return this.allowed(
      asked,
      asked.optional.filter((scope) => ticked.includes(scope)),
    );
  }

  private denied(asked: ConsentRequest): SimulatedAnswer {
    return redirect(asked, this.vendor.oauth.denied ?? { error: 'access_denied' });
  }

  private allowed(asked: ConsentRequest, optional: readonly string[]): SimulatedAnswer {
    const { client, query, required } = asked;
    const grant: Grant = {
      id: this.tokens.nextRandom(),
      client,
      user: this.consent.user,
      scopes: [...required, ...optional],
      query,
      revoked: false,
    };
    const code = this.tokens.nextRandom().slice(0, 40);
    this.codes.set(code, {
      grant,
      redirectUri: query.get('redirect_uri') ?? '',
      challenge: query.get('code_challenge'),
      challengeMethod: query.get('code_challenge_method') ?? 'plain',
      expiresAt: this.clock.now() + this.vendor.oauth.codeMs,
      used: false,
    });
    return redirect(asked, { code, ...this.vendor.oauth.redirectParameters?.(grant) });
  }

  private token(request: SimulatedRequest): SimulatedAnswer {
    if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') !== true) {
      return this.problem('bad-content-type');
    }
    const form = formOf(request, false);
    const grantType = form.get('grant_type') ?? '';
    const other = this.vendor.oauth.otherGrants?.[grantType];
    if (other !== undefined) return other(form, this.tokens);
    const client = this.clientOf(request);
    if (typeof client === 'string') return this.problem(client);
    if (client === null) return this.problem('bad-client');
    if (grantType === 'authorization_code') return this.exchange(form, client, request.headers);
    return grantType === 'refresh_token'
      ? this.refresh(form, client, request.headers)
      : this.problem('bad-grant-type');
  }

  private exchange(form: URLSearchParams, client: OAuthClient, headers: Headers): SimulatedAnswer {
    const code = this.codes.get(form.get('code') ?? '');
    if (code === undefined || code.grant.client.id !== client.id) return this.problem('bad-code');
    if (code.used) return this.problem('code-used');
    if (this.clock.now() >= code.expiresAt) return this.problem('code-expired');
    if (code.redirectUri !== form.get('redirect_uri')) return this.problem('bad-redirect');
    if (this.vendor.oauth.pkce && !isVerified(code, form.get('code_verifier'))) {
      return this.problem('bad-verifier');
    }
    code.used = true;
    return this.vendor.oauth.tokenAnswer(this.issue(code.grant), false, headers);
  }

  private refresh(form: URLSearchParams, client: OAuthClient, headers: Headers): SimulatedAnswer {
    const token = this.tokens.find(form.get('refresh_token'));
    if (token === null || token.kind !== 'refresh' || token.grant?.client.id !== client.id) {
      return this.problem('bad-refresh-token');
    }
    if (this.tokens.isRevoked(token)) return this.problem('refresh-token-revoked');
    if (this.tokens.isExpired(token)) return this.problem('refresh-token-expired');
    const { refreshTokenRotates } = this.vendor.oauth;
    if (refreshTokenRotates) token.revoked = true;
    const issued = this.issue(token.grant, refreshTokenRotates ? null : token);
    return this.vendor.oauth.tokenAnswer(issued, true, headers);
  }

  private revoke(token: Token | null): SimulatedAnswer {
    if (token !== null) {
      if (token.grant === null) token.revoked = true;
      else token.grant.revoked = true;
    }
    return this.vendor.oauth.revokeAnswer(token);
  }

  private issue(grant: Grant, keptRefresh: Token | null = null): IssuedTokens {
    const { oauth } = this.vendor;
    const rest = { grant, user: grant.user, scopes: grant.scopes };
    const access = this.tokens.issue({ kind: 'access', livesMs: oauth.accessTokenMs, ...rest });
    const givesRefresh = keptRefresh === null && oauth.givesRefreshToken(grant.query);
    const refresh = givesRefresh
      ? this.tokens.issue({ kind: 'refresh', livesMs: oauth.refreshTokenMs, ...rest })
      : keptRefresh;
    return { grant, access, refresh };
  }

  /** Null: the request names no client at all, which some vendors allow for revocation. */
  private clientOf(request: SimulatedRequest): OAuthClient | OAuthProblem | null {
    const { id, secret, way } = credentialsOf(request);
    if (id === null) return null;
    const client = this.tokens.client(id);
    if (client === null || !this.vendor.oauth.clientAuthentication.includes(way)) return 'bad-client';
    return client.secret === secret ? client : 'bad-secret';
  }

  private takesRedirect(client: OAuthClient, text: string): boolean {
    if (!URL.canParse(text)) return false;
    const uri = new URL(text);
    if (!this.vendor.oauth.takesRedirect(uri)) return false;
    const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(uri.hostname);
    return client.redirectUris.includes(isLoopback ? 'loopback' : text) || client.redirectUris.includes(text);
  }

  private problem(problem: OAuthProblem): SimulatedAnswer {
    return this.vendor.errors.oauth(problem);
  }
}

/** The form of the body; where the vendor takes them (revocation at Google) also what stands in the query. */
function formOf({ body, query }: SimulatedRequest, alsoQuery: boolean): URLSearchParams {
  const form = new URLSearchParams(body);
  if (alsoQuery) for (const [name, value] of query) if (!form.has(name)) form.set(name, value);
  return form;
}

function credentialsOf(request: SimulatedRequest): {
  readonly id: string | null;
  readonly secret: string | null;
  readonly way: 'body' | 'basic';
} {
  const basic = /^Basic (.+)$/iu.exec(request.headers['authorization'] ?? '')?.[1];
  if (basic === undefined) {
    const form = new URLSearchParams(request.body);
    return { id: form.get('client_id'), secret: form.get('client_secret'), way: 'body' };
  }
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return { id: decodeURIComponent(id), secret: decodeURIComponent(secret), way: 'basic' };
}

function isVerified({ challenge, challengeMethod }: Code, verifier: string | null): boolean {
  if (challenge === null) return true;
  if (verifier === null) return false;
  if (challengeMethod === 'plain') return verifier === challenge;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}

function redirect({ query }: ConsentRequest, parameters: Readonly<Record<string, string>>): SimulatedAnswer {
  const target = new URL(query.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  const state = query.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return emptyAnswer(302, { Location: target.href });
}

function isAnswer(refusal: SimulatedAnswer | Readonly<Record<string, string>>): refusal is SimulatedAnswer {
  return typeof refusal.status === 'number';
}
