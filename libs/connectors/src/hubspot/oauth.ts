import type { OAuthFacts } from '../contract/vendor-connector.js';
import { API_VERSION } from './paths.js';

/** HubSpot's sign-in. Refresh tokens stay the same and do not end by themselves. */
export const OAUTH: OAuthFacts = {
  authorizeUrl: 'https://app.hubspot.com/oauth/authorize',
  tokenUrl: `https://api.hubapi.com/oauth/${API_VERSION}/token`,
  revokeUrl: `https://api.hubapi.com/oauth/${API_VERSION}/token/revoke`,
  clientAuthentication: 'body',
  pkce: true,
  loopbackHost: 'localhost',
  authorizeParameters: {},
  baseScopes: ['oauth'],
  optionalScopesParameter: 'optional_scope',
  /** HubSpot lists the rights under `scopes`. */
  standardAnswer({ scopes, ...answer }) {
    const granted = Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : null;
    return granted === null ? answer : { ...answer, scope: granted.join(' ') };
  },
  accountParameter: null,
  refreshTokenRotates: false,
  refreshTokenDays: null,
};
