import type { OAuthFacts } from '../../contract/vendor-connector.js';
import { Secret } from '../secret.js';
import { OAuthClient, type OAuthSheet } from './oauth-client.js';
import type { Fetch } from './token-requests.js';

export const NOW = new Date('2026-11-23T10:00:00Z');
export const REDIRECT = 'http://127.0.0.1:4711/callback';
export const SECRET = 'client-secret-canary';

const facts: OAuthFacts = {
  authorizeUrl: 'https://app.vendor.example/authorize',
  tokenUrl: 'https://api.vendor.example/token',
  revokeUrl: 'https://api.vendor.example/revoke',
  clientAuthentication: 'body',
  pkce: true,
  loopbackHost: '127.0.0.1',
  authorizeParameters: { access_type: 'offline' },
  baseScopes: ['base'],
  optionalScopesParameter: null,
  accountParameter: null,
  refreshTokenRotates: true,
  refreshTokenDays: null,
};

export function sheetWith(change: Partial<OAuthFacts> = {}): OAuthSheet {
  return { title: 'Vendor', hosts: ['api.vendor.example'], oauth: { ...facts, ...change } };
}

/** What the server answers: JSON with a status, or what it throws. */
export interface Scripted {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly throws?: Error;
}

export interface TokenServer {
  readonly fetch: Fetch;
  readonly seen: { readonly address: string; readonly form: URLSearchParams; readonly headers: Headers }[];
}

export const granted = {
  access_token: 'access-canary-1',
  refresh_token: 'refresh-canary-1',
  token_type: 'bearer',
  expires_in: 1800,
  scope: 'base read',
};

/** What oauth4webapi posts. */
export function formOf(body: RequestInit['body']): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams();
}

/** A token endpoint that gives these answers in turn, the last one again and again. */
export function tokenServer(...answers: readonly Scripted[]): TokenServer {
  const seen: TokenServer['seen'] = [];
  return {
    seen,
    async fetch(address, { body, headers }) {
      seen.push({
        address,
        form: formOf(body),
        headers: new Headers(headers),
      });
      const {
        status = 200,
        body: answer = granted,
        ...rest
      } = answers[seen.length - 1] ?? answers.at(-1) ?? {};
      if (rest.throws) throw rest.throws;
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
      return new Response(text, { status, headers: { 'content-type': 'application/json', ...rest.headers } });
    },
  };
}

export function clientOf(server: TokenServer, sheet = sheetWith(), now = () => NOW): OAuthClient {
  const app = { clientId: 'client-1', clientSecret: new Secret(SECRET) };
  return new OAuthClient(sheet, app, { fetch: server.fetch, now });
}
