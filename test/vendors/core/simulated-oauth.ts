import type { SimulatedAnswer } from './simulated-answer.js';
import type { Grant, OAuthClient, Token, TokenStore } from './token-store.js';

/** What can be wrong with a request to an OAuth endpoint; the vendor words it in `VendorErrors.oauth`. */
export type OAuthProblem =
  | 'bad-client'
  | 'bad-secret'
  | 'bad-redirect'
  | 'bad-code'
  | 'code-used'
  | 'code-expired'
  | 'bad-verifier'
  | 'bad-refresh-token'
  | 'refresh-token-revoked'
  | 'refresh-token-expired'
  | 'bad-grant-type'
  | 'bad-scope'
  | 'bad-content-type';

/** Tokens just made. */
export interface IssuedTokens {
  readonly grant: Grant;
  readonly access: Token;
  /** Null where the vendor gives none this time. */
  readonly refresh: Token | null;
}

/** A person's answer on the consent page. */
export interface ConsentRequest {
  readonly client: OAuthClient;
  readonly query: URLSearchParams;
  /** Asked for and not to be unticked. */
  readonly required: readonly string[];
  /** May be unticked. */
  readonly optional: readonly string[];
}

/** The vendor's OAuth server, as far as it differs from others. Paths are route paths (`/oauth/{version}/token`). */
export interface SimulatedOAuth {
  readonly authorizePaths: readonly string[];
  readonly tokenPaths: readonly string[];
  readonly introspectPaths: readonly string[];
  readonly revokePaths: readonly string[];
  readonly clientAuthentication: readonly ('body' | 'basic')[];
  readonly pkce: boolean;
  readonly codeMs: number;
  /** Null: never. */
  readonly accessTokenMs: number | null;
  readonly refreshTokenMs: number | null;
  readonly refreshTokenRotates: boolean;
  /** Which of the asked scopes may be unticked, and which must be granted or nothing is. */
  scopesOf(query: URLSearchParams): Pick<ConsentRequest, 'required' | 'optional'>;
  /** Whether this consent gives a refresh token (`access_type=offline` at Google). */
  givesRefreshToken(query: URLSearchParams): boolean;
  /** Whether the vendor takes this redirect address at all, beside the client's own list. */
  takesRedirect(uri: URL): boolean;
  /** How a token begins and how long it is: HubSpot tells people to allow 300 characters. */
  tokenText(kind: Token['kind'], random: string): string;
  /** The answer to an exchange or a refresh; `again` for a refresh. `headers` of the request, names in lower case. */
  tokenAnswer(
    issued: IssuedTokens,
    again: boolean,
    headers: Readonly<Record<string, string>>,
  ): SimulatedAnswer;
  /** Null: unknown, expired or revoked. */
  introspectAnswer(token: Token | null): SimulatedAnswer;
  revokeAnswer(token: Token | null): SimulatedAnswer;
  /** A vendor that does not even show the consent page: an error page, or parameters for the redirect. */
  refuses?(request: ConsentRequest): SimulatedAnswer | Readonly<Record<string, string>> | null;
  /** Parameters of the redirect beside `code` and `state`: `realmId` at QuickBooks, `scope` at Google. */
  redirectParameters?(grant: Grant): Readonly<Record<string, string>>;
  /** Parameters of the redirect after "deny"; `error=access_denied` unless given. */
  readonly denied?: Readonly<Record<string, string>>;
  /** Grant types beside code and refresh token, by name: JWT bearer at Google. */
  readonly otherGrants?: Readonly<
    Record<string, (form: URLSearchParams, tokens: TokenStore) => SimulatedAnswer>
  >;
}
