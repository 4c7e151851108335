import type { OAuthFacts } from '../contract/vendor-connector.js';

/**
 * Mailchimp's sign-in: no rights, no PKCE, and a token that never ends and so is never renewed. Its answer,
 * `{access_token, expires_in: 0, scope: null}`, says no type of token; the kit completes it.
 * https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/
 */
export const OAUTH: OAuthFacts = {
  authorizeUrl: 'https://login.mailchimp.com/oauth2/authorize',
  tokenUrl: 'https://login.mailchimp.com/oauth2/token',
  revokeUrl: null,
  clientAuthentication: 'body',
  pkce: false,
  // `localhost` by name is refused.
  loopbackHost: '127.0.0.1',
  authorizeParameters: {},
  baseScopes: [],
  optionalScopesParameter: null,
  standardAnswer: (answer) => ({ token_type: 'bearer', ...answer }),
  accountParameter: null,
  refreshTokenRotates: false,
  refreshTokenDays: null,
};
