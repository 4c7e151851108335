import type { OAuthFacts } from '../contract/vendor-connector.js';
import { API_VERSION } from './paths.js';

/** Its own words for errors of the token endpoint. An account that is gone has no login any more. */
const ERRORS: Readonly<Record<string, string>> = {
  BAD_AUTH_CODE: 'invalid_grant',
  BAD_REFRESH_TOKEN: 'invalid_grant',
  BAD_HUB: 'invalid_grant',
  BAD_CLIENT_ID: 'invalid_client',
  BAD_CLIENT_SECRET: 'invalid_client',
  BAD_REDIRECT_URI: 'redirect_uri_mismatch',
};

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
  /** HubSpot lists the rights under `scopes`, and does not always name an error by the standard's word. */
  standardAnswer({ scopes, ...answer }) {
    const granted = Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : null;
    const error = typeof answer['status'] === 'string' ? ERRORS[answer['status']] : undefined;
    return {
      ...answer,
      ...(granted !== null && { scope: granted.join(' ') }),
      ...(error !== undefined && { error }),
    };
  },
  accountParameter: null,
  refreshTokenRotates: false,
  refreshTokenDays: null,
};
