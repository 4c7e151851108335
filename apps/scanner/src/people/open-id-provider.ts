import * as openId from 'openid-client';
import { UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import type { Secret } from '#connectors/kit/secret.js';
import type { Clock } from '../clock.js';
import { OpenIdRefusedError } from './open-id-refused-error.js';
import { RefusedError } from './refused-error.js';

export interface OpenIdSettings {
  /** Set by whoever runs Plumbline, and by nobody else: Plumbline asks this address from where it stands. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
}

/** Who somebody is at the sign-in service. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Null unless the service says that it has verified it. */
  readonly email: string | null;
  readonly name: string | null;
}

/** What has to be known again when the browser comes back. */
export interface Begun {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

const LONGEST_NAME = 100;

/** The sign-in service of the business, by OpenID Connect: authorization code with PKCE, state and nonce. */
export class OpenIdProvider {
  private known: Promise<openId.Configuration> | null = null;

  constructor(
    private readonly settings: OpenIdSettings,
    private readonly means: { readonly now: Clock; readonly fetch: openId.CustomFetch },
  ) {}

  get issuer(): string {
    return this.settings.issuer;
  }

  /** Where the browser is sent; `redirectUri`: where it comes back to. @throws VendorFailedError */
  async begin(redirectUri: string): Promise<Begun & { readonly address: string }> {
    const configuration = await this.configuration();
    const [state, nonce] = [openId.randomState(), openId.randomNonce()];
    const codeVerifier = openId.randomPKCECodeVerifier();
    const address = openId.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await openId.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, redirectUri, state, nonce, codeVerifier };
  }

  /** Who came back; `query`: of the address that the browser landed on. @throws RefusedError, VendorFailedError, UserActionError */
  async finish(query: string, { redirectUri, state, nonce, codeVerifier }: Begun): Promise<Identity> {
    const configuration = await this.configuration();
    const landedOn = new URL(redirectUri);
    landedOn.search = query;
    try {
      const tokens = await openId.authorizationCodeGrant(configuration, landedOn, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw failed('told nothing of who signed in');
      return identityOf(claims);
    } catch (error) {
      throw worded(error);
    }
  }

  /** Asked for once; again if it failed. Every address in it must be https, and that is looked at before each request. */
  private async configuration(): Promise<openId.Configuration> {
    this.known ??= this.discover();
    try {
      return await this.known;
    } catch (error) {
      this.known = null;
      throw worded(error);
    }
  }

  private async discover(): Promise<openId.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    // The library looks at the clock of the process; ours may be another one.
    const skew = Math.round((this.means.now().getTime() - Date.now()) / 1000);
    return openId.discovery(
      new URL(issuer),
      clientId,
      { [openId.clockSkew]: skew, [openId.clockTolerance]: 60 },
      openId.ClientSecretPost(clientSecret.reveal()),
      { [openId.customFetch]: this.means.fetch },
    );
  }
}

function identityOf(claims: openId.IDToken): Identity {
  const { iss, sub, email, email_verified: isVerified, name } = claims;
  return {
    issuer: iss,
    subject: sub,
    email: typeof email === 'string' && isVerified === true ? email : null,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, LONGEST_NAME) : null,
  };
}

/** Says who must act. What the library throws can hold the code and the tokens, and is dropped. */
function worded(error: unknown): Error {
  if (error instanceof RefusedError || error instanceof UserActionError || error instanceof VendorFailedError)
    return error;
  if (error instanceof openId.AuthorizationResponseError) return notGranted();
  if (error instanceof openId.ResponseBodyError) {
    return error.error === 'invalid_client' || error.error === 'unauthorized_client'
      ? wrongClient()
      : notGranted();
  }
  return failed('could not be understood, or did not answer');
}

function notGranted(): OpenIdRefusedError {
  return new OpenIdRefusedError(
    'not-let-in',
    'not signed in',
    'Your sign-in service did not let you in.',
    'Try again. If it goes on, ask whoever runs your sign-in service whether you may use Plumbline.',
  );
}

function wrongClient(): UserActionError {
  return new UserActionError({
    message: 'Your sign-in service does not know Plumbline by the client id and secret in its settings.',
    step: 'Whoever runs Plumbline corrects PLUMBLINE_OIDC_CLIENT_ID and PLUMBLINE_OIDC_CLIENT_SECRET.',
  });
}

function failed(what: string): VendorFailedError {
  return new VendorFailedError({ message: `Your sign-in service ${what}.` });
}
