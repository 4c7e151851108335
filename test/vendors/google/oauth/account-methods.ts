import type { Route, SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import { googleJson } from '../answers/google-answer.js';
import type { GoogleMethod } from '../answers/google-method.js';
import { named } from '../directory/directory-fields.js';
import { BAKERY_DOMAIN } from '../directory/own-domains.js';
import type { Workspace } from '../directory/workspace.js';
import { userOf } from '../drive/drive-methods.js';
import { anyOf, googleScope } from '../google-scopes.js';
import { publishedKeys } from './id-token.js';

const WHO = anyOf('userinfo.email', 'userinfo.profile');
const STRANGER = '100000000000000000999';

/** Who is signed in, in the form of `oauth2.userinfo` (v2) and of OpenID Connect. */
export function accountMethods(workspace: Workspace): readonly GoogleMethod[] {
  const older = (path: string): GoogleMethod => ({
    id: 'oauth2.userinfo.get',
    path,
    scopes: WHO,
    known: named('email family_name gender given_name hd id link locale name picture verified_email'),
    answer: (request) => googleJson(userInfo(request, workspace, { id: 'id', verified: 'verified_email' })),
  });
  const openId = (path: string): GoogleMethod => ({
    id: 'openidconnect.userinfo',
    path,
    scopes: [...WHO, [googleScope('openid')]],
    known: named('email email_verified family_name given_name hd locale name picture sub'),
    answer: (request) => googleJson(userInfo(request, workspace, { id: 'sub', verified: 'email_verified' })),
  });
  return [
    older('/oauth2/v2/userinfo'),
    older('/userinfo/v2/me'),
    openId('/oauth2/v3/userinfo'),
    openId('/v1/userinfo'),
  ];
}

function userInfo(
  request: SimulatedRequest,
  { member }: Workspace,
  names: { readonly id: string; readonly verified: string },
): Readonly<Record<string, unknown>> {
  const user = userOf(request);
  const person = member(user);
  const scopes = request.token?.scopes ?? [];
  return {
    [names.id]: person?.id ?? STRANGER,
    ...(scopes.includes(googleScope('userinfo.email')) ? { email: user, [names.verified]: true } : {}),
    ...(scopes.includes(googleScope('userinfo.profile')) && person !== null
      ? {
          name: `${person.givenName} ${person.familyName}`,
          given_name: person.givenName,
          family_name: person.familyName,
        }
      : {}),
    picture: 'https://lh3.googleusercontent.com/a/invented=s96-c',
    ...(person === null ? {} : { hd: BAKERY_DOMAIN }),
  };
}

/** What Google tells anybody: of a token, its keys, and its addresses. */
export function openRoutes(workspace: Workspace, { tokens, clock }: VendorContext): readonly Route[] {
  const tokenInfo = (request: SimulatedRequest) => {
    const text = request.query.get('access_token') ?? new URLSearchParams(request.body).get('access_token');
    const token = tokens.find(text);
    if (token === null || token.kind === 'refresh' || !tokens.isGood(token)) {
      return googleJson({ error: 'invalid_token', error_description: 'Invalid Value' }, 400);
    }
    const client = token.grant?.client.id ?? STRANGER;
    const seconds = Math.floor(((token.expiresAt ?? 0) - clock.now()) / 1000);
    return googleJson({
      azp: client,
      aud: client,
      sub: workspace.member(token.user)?.id ?? STRANGER,
      scope: token.scopes.join(' '),
      exp: String(Math.floor((token.expiresAt ?? 0) / 1000)),
      expires_in: String(seconds),
      ...(token.scopes.includes(googleScope('userinfo.email'))
        ? { email: token.user, email_verified: 'true' }
        : {}),
      access_type: token.grant?.query.get('access_type') ?? 'online',
    });
  };
  return [
    { method: 'GET', path: '/tokeninfo', scopes: 'open', answer: tokenInfo },
    { method: 'POST', path: '/tokeninfo', scopes: 'open', answer: tokenInfo },
    {
      method: 'GET',
      path: '/oauth2/v3/certs',
      scopes: 'open',
      answer: () => googleJson(publishedKeys()),
    },
    {
      method: 'GET',
      path: '/.well-known/openid-configuration',
      scopes: 'open',
      answer: () =>
        googleJson({
          issuer: 'https://accounts.google.com',
          authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
          token_endpoint: 'https://oauth2.googleapis.com/token',
          userinfo_endpoint: 'https://openidconnect.googleapis.com/v1/userinfo',
          revocation_endpoint: 'https://oauth2.googleapis.com/revoke',
          jwks_uri: 'https://www.googleapis.com/oauth2/v3/certs',
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['plain', 'S256'],
          grant_types_supported: [
            'authorization_code',
            'refresh_token',
            'urn:ietf:params:oauth:grant-type:jwt-bearer',
          ],
        }),
    },
  ];
}
