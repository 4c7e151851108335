import type { OAuthFacts } from '../contract/vendor-connector.js';

/** https://developers.google.com/identity/protocols/oauth2/native-app */
export const googleOAuth: OAuthFacts = {
  authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  revokeUrl: 'https://oauth2.googleapis.com/revoke',
  clientAuthentication: 'body',
  pkce: true,
  loopbackHost: '127.0.0.1',
  // Without them there is no refresh token; without the second none at the second time.
  authorizeParameters: { access_type: 'offline', prompt: 'consent' },
  baseScopes: [],
  optionalScopesParameter: null,
  accountParameter: null,
  refreshTokenRotates: false,
  refreshTokenDays: null,
};
