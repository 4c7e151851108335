import * as oauth from 'oauth4webapi';
import { VendorFailedError } from '../../contract/error.js';
import type { OAuthFacts } from '../../contract/vendor-connector.js';
import { isHostOf } from '../guard/request-rules.js';
import type { Secret } from '../secret.js';
import type { AskedRights } from './asked-rights.js';
import { OAuthRefusedError } from './oauth-refused-error.js';
import type { OAuthProblem } from './oauth-problem.js';
import { type Fetch, tokenRequest, vendorFailed } from './token-requests.js';
import { type TokenSet, tokenSetOf } from './token-set.js';

/** The parts of a connector's data sheet that OAuth needs. */
export interface OAuthSheet {
  readonly title: string;
  readonly hosts: readonly string[];
  readonly dataCentres?: RegExp | undefined;
  readonly oauth: OAuthFacts;
}

/** The app that a person registered at the vendor. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: Secret | null;
}

export interface OAuthMeans {
  /** Sends a request; held to the vendor's token endpoints by the guard. */
  readonly fetch: Fetch;
  /** The present instant; handed in, so that tests have no calendar. */
  readonly now: () => Date;
}

/** What has to be known again when the browser comes back. */
export interface Redirect {
  readonly redirectUri: string;
  readonly state: string;
  /** Null where the vendor knows no PKCE. */
  readonly codeVerifier: string | null;
  readonly asked: readonly string[];
}

const ANSWER_WITHIN_MS = 30_000;

/** One app of one vendor: authorize, exchange, refresh, revoke, as the connector's data sheet declares. */
export class OAuthClient {
  private readonly server: oauth.AuthorizationServer;
  private readonly client: oauth.Client;
  private readonly authentication: oauth.ClientAuth;

  constructor(
    private readonly sheet: OAuthSheet,
    private readonly app: OAuthApp,
    private readonly means: OAuthMeans,
  ) {
    const { authorizeUrl, tokenUrl, revokeUrl, clientAuthentication } = sheet.oauth;
    this.server = {
      issuer: new URL(authorizeUrl).origin,
      authorization_endpoint: authorizeUrl,
      token_endpoint: tokenUrl,
      ...(revokeUrl !== null && { revocation_endpoint: revokeUrl }),
    };
    this.client = { client_id: app.clientId };
    this.authentication = authenticationOf(app.clientSecret, clientAuthentication);
  }

  /** Where the browser is sent, and what to keep until it comes back. */
  async authorize(
    redirectUri: string,
    rights: AskedRights,
  ): Promise<Redirect & { readonly address: string }> {
    const { authorizeUrl, authorizeParameters, optionalScopesParameter, pkce } = this.sheet.oauth;
    const address = new URL(authorizeUrl);
    const state = oauth.generateRandomState();
    const codeVerifier = pkce ? oauth.generateRandomCodeVerifier() : null;
    const together = optionalScopesParameter === null;
    const scope = (together ? [...rights.needed, ...rights.optional] : rights.needed).join(' ');
    const parameters: Record<string, string> = {
      ...authorizeParameters,
      client_id: this.app.clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      state,
    };
    if (scope !== '') parameters['scope'] = scope;
    if (!together && rights.optional.length > 0)
      parameters[optionalScopesParameter] = rights.optional.join(' ');
    if (codeVerifier !== null) {
      parameters['code_challenge'] = await oauth.calculatePKCECodeChallenge(codeVerifier);
      parameters['code_challenge_method'] = 'S256';
    }
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    const asked = [...rights.needed, ...rights.optional];
    return { address: address.href, redirectUri, state, codeVerifier, asked };
  }

  /**
   * Gives the code in the address that the browser landed on for tokens. A code is sent once and never again: a second
   * exchange makes some vendors take back the tokens of the first.
   */
  async exchange(landedOn: URL, redirect: Redirect): Promise<TokenSet> {
    const callback = this.validated(landedOn, redirect.state);
    const verifier = redirect.codeVerifier ?? oauth.nopkce;
    return this.tokens('code-spent', redirect.asked, async (options) => {
      const { redirectUri } = redirect;
      const { server, client, authentication } = this;
      const answer = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        authentication,
        callback,
        redirectUri,
        verifier,
        options,
      );
      return oauth.processAuthorizationCodeResponse(server, client, answer);
    });
  }

  async refresh(refreshToken: Secret): Promise<TokenSet> {
    const { server, client, authentication } = this;
    return this.tokens('revoked', null, async (options) => {
      const answer = await oauth.refreshTokenGrantRequest(
        server,
        client,
        authentication,
        refreshToken.reveal(),
        options,
      );
      return oauth.processRefreshTokenResponse(server, client, answer);
    });
  }

  /** Takes a token back at the vendor; one that was taken back already is no failure. */
  async revoke(token: Secret, kind: 'access_token' | 'refresh_token'): Promise<void> {
    const { server, client, authentication, sheet } = this;
    const request = tokenRequest({ title: sheet.title, facts: sheet.oauth, ...this.means });
    try {
      const answer = await oauth.revocationRequest(server, client, authentication, token.reveal(), {
        additionalParameters: { token_type_hint: kind },
        [oauth.customFetch]: request.send,
        signal: within(),
      });
      await oauth.processRevocationResponse(answer);
    } catch (error) {
      if (codeOf(error) === 'invalid_token' || codeOf(error) === 'invalid_grant') return;
      throw this.worded(error, 'revoked');
    }
  }

  private validated(landedOn: URL, state: string): URLSearchParams {
    // A vendor that names itself in the redirect (RFC 9207) must be this one.
    const issuer = landedOn.searchParams.get('iss');
    const isOurs = issuer !== null && URL.canParse(issuer) && this.isOurHost(new URL(issuer).hostname);
    try {
      const server = isOurs ? { ...this.server, issuer } : this.server;
      return oauth.validateAuthResponse(server, this.client, landedOn, state);
    } catch (error) {
      throw this.worded(error, 'wrong-address');
    }
  }

  private isOurHost(host: string): boolean {
    return isHostOf(this.sheet, host) || host === new URL(this.sheet.oauth.authorizeUrl).hostname;
  }

  private async tokens(
    invalidGrant: OAuthProblem,
    asked: readonly string[] | null,
    ask: (options: oauth.TokenEndpointRequestOptions) => Promise<oauth.TokenEndpointResponse>,
  ): Promise<TokenSet> {
    const { title, oauth: facts } = this.sheet;
    const request = tokenRequest({ title, facts, ...this.means });
    try {
      const answer = await ask({ [oauth.customFetch]: request.send, signal: within() });
      return tokenSetOf(answer, { facts, asked, now: this.means.now(), aheadMs: request.aheadMs() });
    } catch (error) {
      throw this.worded(error, invalidGrant);
    }
  }

  /** Says who must act; of what the library threw, which holds the answer, no more than a known code word is used. */
  private worded(error: unknown, otherwise: OAuthProblem): Error {
    const { title } = this.sheet;
    const code = codeOf(error);
    if (code === null) {
      if (error instanceof oauth.OperationProcessingError && otherwise === 'wrong-address')
        return new OAuthRefusedError('wrong-address', title);
      return isLibraryError(error)
        ? vendorFailed(title, 'answered in a form we do not know')
        : asError(error);
    }
    if (code === 'server_error' || code === 'temporarily_unavailable')
      return vendorFailed(title, 'is overloaded');
    if (code === 'invalid_grant') return new OAuthRefusedError(otherwise, title);
    return new OAuthRefusedError(PROBLEMS.get(code) ?? 'refused-without-reason', title);
  }
}

/** Code words of RFC 6749 and of the vendors, in a redirect or in an answer of a token endpoint. */
const PROBLEMS: ReadonlyMap<string, OAuthProblem> = new Map([
  ['access_denied', 'consent-denied'],
  ['admin_policy_enforced', 'blocked-by-admin'],
  ['org_internal', 'blocked-by-admin'],
  ['invalid_scope', 'rights-not-offered'],
  ['invalid_client', 'wrong-client'],
  ['deleted_client', 'wrong-client'],
  ['disabled_client', 'wrong-client'],
  ['unauthorized_client', 'wrong-client'],
  ['redirect_uri_mismatch', 'wrong-redirect'],
]);

function authenticationOf(
  secret: Secret | null,
  where: OAuthFacts['clientAuthentication'],
): oauth.ClientAuth {
  if (secret === null) return oauth.None();
  return where === 'basic'
    ? oauth.ClientSecretBasic(secret.reveal())
    : oauth.ClientSecretPost(secret.reveal());
}

function within(): AbortSignal {
  return AbortSignal.timeout(ANSWER_WITHIN_MS);
}

function codeOf(error: unknown): string | null {
  const isAnswer =
    error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError;
  return isAnswer ? error.error : null;
}

function isLibraryError(error: unknown): boolean {
  return (
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.UnsupportedOperationError ||
    error instanceof oauth.WWWAuthenticateChallengeError ||
    (error instanceof TypeError && 'code' in error)
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new VendorFailedError({ message: 'A login could not be renewed.' });
}
