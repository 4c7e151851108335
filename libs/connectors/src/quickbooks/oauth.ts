import type { OAuthFacts } from '../contract/vendor-connector.js';

/**
 * Intuit's sign-in. The company stands in the redirect only. The refresh token changes about every day, and the one
 * before it ends. https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0
 */
export const OAUTH: OAuthFacts = {
  authorizeUrl: 'https://appcenter.intuit.com/connect/oauth2',
  tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
  revokeUrl: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
  clientAuthentication: 'basic',
  // Neither its discovery document nor any of its SDKs knows PKCE.
  pkce: false,
  // Apps for real companies may only be sent back to https addresses.
  loopbackHost: null,
  authorizeParameters: {},
  tokenHeaders: { 'x-include-refresh-token-hard-expires-in': 'true' },
  baseScopes: [],
  optionalScopesParameter: null,
  accountParameter: 'realmId',
  refreshTokenRotates: true,
  refreshTokenDays: 100,
};
