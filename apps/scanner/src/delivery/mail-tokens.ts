import { withinGuard } from '#connectors/kit/guard/choke-points.js';
import type { Transport } from '#connectors/kit/guard/transport.js';
import { type OAuthApp, OAuthClient } from '#connectors/kit/oauth/oauth-client.js';
import type { Secret } from '#connectors/kit/secret.js';
import type { Clock } from '../clock.js';

export interface MailTokenSettings {
  readonly app: OAuthApp;
  readonly refreshToken: Secret;
  readonly tokenUrl: string;
}

/** A token is renewed when so little of its time is left: a mail may take minutes. */
const SPARE_MS = 300_000;

/**
 * Gives tokens for the mail account, renewed when they end. Only the token address of the settings is asked. Throws what
 * `OAuthClient` throws.
 */
export function mailTokens(
  { app, refreshToken, tokenUrl }: MailTokenSettings,
  { transport, now }: { readonly transport: Transport; readonly now: Clock },
): () => Promise<Secret> {
  const { hostname } = new URL(tokenUrl);
  const rules = { connector: 'exports' as const, hosts: [hostname], readsByPost: [], tokenUrls: [tokenUrl] };
  const client = new OAuthClient(sheetOf(tokenUrl, hostname), app, {
    now,
    fetch: (address, options) =>
      withinGuard({ rules, transport }, () => fetch(address, { ...options, redirect: 'manual' })),
  });
  // Some providers give a new refresh token with each use, and end the old one after a while.
  let refresh = refreshToken;
  let known: { readonly token: Secret; readonly endsAt: number } | null = null;
  return async () => {
    if (known !== null && known.endsAt - SPARE_MS > now().getTime()) return known.token;
    const { accessToken, accessEndsAt, refreshToken: next } = await client.refresh(refresh);
    refresh = next ?? refresh;
    known = accessEndsAt === null ? null : { token: accessToken, endsAt: accessEndsAt.getTime() };
    return accessToken;
  };
}

function sheetOf(tokenUrl: string, hostname: string) {
  return {
    title: 'The mail provider',
    hosts: [hostname],
    oauth: {
      authorizeUrl: tokenUrl,
      tokenUrl,
      revokeUrl: null,
      clientAuthentication: 'body' as const,
      pkce: false,
      loopbackHost: null,
      authorizeParameters: {},
      baseScopes: [],
      optionalScopesParameter: null,
      accountParameter: null,
      refreshTokenRotates: false,
      refreshTokenDays: null,
    },
  };
}
