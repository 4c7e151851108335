import { emptyAnswer, jsonAnswer } from '../core/simulated-answer.js';
import type { SimulatedOAuth } from '../core/simulated-oauth.js';

/** Mailchimp's OAuth server: no scopes, no PKCE, tokens that never end and cannot be renewed, introspected or revoked. */
export function mailchimpOAuth(): SimulatedOAuth {
  return {
    authorizePaths: ['/oauth2/authorize'],
    tokenPaths: ['/oauth2/token'],
    introspectPaths: [],
    revokePaths: [],
    clientAuthentication: ['body'],
    pkce: false,
    // Not published; ten minutes are the most that the standard recommends.
    codeMs: 10 * 60_000,
    accessTokenMs: null,
    refreshTokenMs: null,
    refreshTokenRotates: false,
    scopesOf: () => ({ required: [], optional: [] }),
    givesRefreshToken: () => false,
    // localhost by name is said to be refused.
    takesRedirect: ({ protocol, hostname }) => protocol === 'https:' || hostname === '127.0.0.1',
    // A key carries its data centre, a token does not.
    tokenText: (kind, random) => random.slice(0, 32) + (kind === 'key' ? '-us6' : ''),
    tokenAnswer: ({ access }) => jsonAnswer({ access_token: access.text, expires_in: 0, scope: null }),
    introspectAnswer: () => emptyAnswer(404),
    revokeAnswer: () => emptyAnswer(404),
  };
}
