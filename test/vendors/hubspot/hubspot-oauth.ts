import { refusedPage } from '../core/consent-page.js';
import { emptyAnswer, jsonAnswer } from '../core/simulated-answer.js';
import type { ConsentRequest, SimulatedOAuth } from '../core/simulated-oauth.js';
import type { VendorContext } from '../core/simulated-vendor.js';
import type { Token } from '../core/token-store.js';
import { APP_ID, HUB_DOMAIN, HUB_ID, userIdOf } from './hubspot-ids.js';
import { isEnterpriseScope, isKnownScope } from './hubspot-scopes.js';

const ACCESS_TOKEN_SECONDS = 1800;

/** HubSpot's OAuth server: refresh tokens stay the same and never die by themselves. */
export function hubspotOAuth({ clock, has }: VendorContext): SimulatedOAuth {
  const canGrant = (scope: string): boolean => has('enterprise') || !isEnterpriseScope(scope);
  return {
    authorizePaths: ['/oauth/authorize', String.raw`/oauth/{account:\d+}/authorize`],
    tokenPaths: ['/oauth/{version:v1|v3|2026-03|2026-09}/token'],
    introspectPaths: ['/oauth/{version:v3|2026-03|2026-09}/token/introspect'],
    revokePaths: ['/oauth/{version:v3|2026-03|2026-09}/token/revoke'],
    clientAuthentication: ['body'],
    pkce: true,
    codeMs: 10 * 60_000,
    accessTokenMs: ACCESS_TOKEN_SECONDS * 1000,
    refreshTokenMs: null,
    refreshTokenRotates: false,
    scopesOf: (query) => ({
      required: listed(query.get('scope')),
      // What the plan does not have is left out without a word.
      optional: listed(query.get('optional_scope')).filter((scope) => isKnownScope(scope) && canGrant(scope)),
    }),
    givesRefreshToken: () => true,
    takesRedirect: ({ protocol, hostname }) =>
      protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost'),
    tokenText,
    tokenAnswer: ({ grant, access, refresh }) =>
      jsonAnswer({
        token_type: 'bearer',
        refresh_token: refresh?.text,
        access_token: access.text,
        expires_in: ACCESS_TOKEN_SECONDS,
        token_use: 'access_token',
        hub_id: HUB_ID,
        user_id: Number(userIdOf(grant.user)),
        scopes: grant.scopes,
      }),
    introspectAnswer: (token) =>
      jsonAnswer(token === null ? { active: false } : described(token, clock.now())),
    revokeAnswer: () => emptyAnswer(200),
    refuses: ({ required }: ConsentRequest) => {
      if (required.length === 0 || !required.every(isKnownScope)) {
        return refusedPage('HubSpot', 'The scopes in the address do not match those of the app.');
      }
      return required.every(canGrant)
        ? null
        : refusedPage('HubSpot', 'This account has no plan that includes all of the required scopes.');
    },
    denied: {
      error: 'access_denied',
      error_description: 'User denied access.',
    },
  };
}

/** Access tokens are long (HubSpot: allow 300 characters and more); keys and refresh tokens begin with the region. */
function tokenText(kind: Token['kind'], random: string): string {
  if (kind === 'access') return `CN${random}${random}${random}${random}${random}`.slice(0, 312);
  const parts = [
    random.slice(0, 8),
    random.slice(8, 12),
    random.slice(12, 16),
    random.slice(16, 20),
    random.slice(20, 32),
  ];
  return `${kind === 'key' ? 'pat-na1' : 'na1'}-${parts.join('-')}`;
}

function described(token: Token, now: number): Readonly<Record<string, unknown>> {
  const common = {
    active: true,
    token: token.text,
    hub_id: HUB_ID,
    user_id: Number(userIdOf(token.user)),
    user: token.user,
    hub_domain: HUB_DOMAIN,
    client_id: token.grant?.client.id ?? '',
    app_id: APP_ID,
    scopes: token.scopes,
  };
  if (token.kind === 'refresh') return { ...common, token_use: 'refresh_token', token_type: 'refresh' };
  return {
    ...common,
    token_use: 'access_token',
    token_type: 'access',
    expires_in: Math.max(0, Math.floor(((token.expiresAt ?? now) - now) / 1000)),
    is_private_distribution: false,
    signed_access_token: {
      expiresAt: token.expiresAt ?? 0,
      scopes: '',
      hubId: HUB_ID,
      userId: Number(userIdOf(token.user)),
      appId: APP_ID,
      signature: '',
      scopeToScopeGroupPks: '',
      newSignature: '',
      hublet: 'na1',
      trialScopes: '',
      trialScopeToScopeGroupPks: '',
      isUserLevel: false,
      installingUserId: Number(userIdOf(token.user)),
      isServiceAccount: false,
      appInstallId: '',
      audience: '',
      isPrivateDistribution: false,
    },
  };
}

function listed(text: string | null): readonly string[] {
  return (text ?? '').split(/\s+/u).filter((scope) => scope !== '');
}
