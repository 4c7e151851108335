import { refusedPage } from '../core/consent-page.js';
import { emptyAnswer, jsonAnswer } from '../core/simulated-answer.js';
import type { SimulatedOAuth } from '../core/simulated-oauth.js';
import { ACCOUNTING_SCOPE, REALM_ID } from './quickbooks-ids.js';

const ACCESS_TOKEN_SECONDS = 3600;
/** 101 days, as recorded; the documentation says 100. */
const REFRESH_TOKEN_SECONDS = 8_726_400;
/** Five years after the consent a refresh token ends for good. */
const HARD_END_SECONDS = 5 * 365 * 86_400;
const KNOWN_SCOPES = new Set([
  ACCOUNTING_SCOPE,
  'com.intuit.quickbooks.payment',
  'openid',
  'profile',
  'email',
  'phone',
  'address',
]);

/**
 * Intuit's OAuth server. The company stands in the redirect only. Every refresh gives a new refresh token and ends the one
 * before: harsher than Intuit, which changes it about once a day.
 */
export function quickbooksOAuth(): SimulatedOAuth {
  return {
    authorizePaths: ['/connect/oauth2'],
    tokenPaths: ['/oauth2/v1/tokens/bearer'],
    introspectPaths: [],
    revokePaths: ['/v2/oauth2/tokens/revoke'],
    clientAuthentication: ['basic'],
    // Not in the discovery document, and in none of Intuit's SDKs.
    pkce: false,
    codeMs: 5 * 60_000,
    accessTokenMs: ACCESS_TOKEN_SECONDS * 1000,
    refreshTokenMs: REFRESH_TOKEN_SECONDS * 1000,
    refreshTokenRotates: true,
    scopesOf: (query) => ({ required: listed(query.get('scope')), optional: [] }),
    givesRefreshToken: () => true,
    // Apps for real companies must be on https.
    takesRedirect: ({ protocol }) => protocol === 'https:',
    tokenText: (kind, random) =>
      kind === 'refresh'
        ? `RT1-${random.slice(0, 40)}`
        : `eyJ${kind === 'access' ? 'hbGciOiJkaXIi' : ''}.${random}${random}`,
    tokenAnswer: ({ access, refresh }, _again, headers) =>
      jsonAnswer(
        {
          token_type: 'bearer',
          expires_in: ACCESS_TOKEN_SECONDS,
          refresh_token: refresh?.text,
          x_refresh_token_expires_in: REFRESH_TOKEN_SECONDS,
          access_token: access.text,
          // Only for those who ask for it, since 2025-11-12.
          ...(headers['x-include-refresh-token-hard-expires-in'] === 'true' && {
            x_refresh_token_hard_expires_in: HARD_END_SECONDS,
          }),
        },
        { headers: { 'cache-control': 'no-cache, no-store', pragma: 'no-cache' } },
      ),
    introspectAnswer: () => emptyAnswer(404),
    revokeAnswer: (token) =>
      token === null ? jsonAnswer({ error: 'invalid_grant' }, { status: 400 }) : emptyAnswer(200),
    refuses: ({ required }) =>
      required.length > 0 && required.every((scope) => KNOWN_SCOPES.has(scope))
        ? null
        : refusedPage('QuickBooks', 'The scope parameter is invalid.'),
    redirectParameters: ({ scopes }): Readonly<Record<string, string>> =>
      scopes.includes(ACCOUNTING_SCOPE) ? { realmId: REALM_ID } : {},
  };
}

function listed(text: string | null): readonly string[] {
  return (text ?? '').split(/\s+/u).filter((scope) => scope !== '');
}
