import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const ISSUER = 'https://issuer.example';
export const CLIENT = { id: 'plumbline', secret: 'client-canary' };

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly claims: JWTPayload;
}

/** A sign-in service that lets everybody in as whom the test says, and takes the place of fetch. */
export class FakeIssuer {
  /** Changes what is told of who signs in, before it is signed. */
  claims: JWTPayload = { sub: 's-1', email: 'ben@bakery.example', email_verified: true, name: 'Ben' };
  /** Addresses in its description that take the place of its own. */
  description: Record<string, string> = {};
  /** Every address that was asked for. */
  readonly asked: string[] = [];
  private readonly grants = new Map<string, Grant>();
  private readonly usualFetch = globalThis.fetch;

  private constructor(
    private readonly keys: Awaited<ReturnType<typeof generateKeyPair>>,
    private readonly now: () => Date,
  ) {}

  static async listen(now: () => Date): Promise<FakeIssuer> {
    const issuer = new FakeIssuer(await generateKeyPair('RS256', { extractable: true }), now);
    globalThis.fetch = (input, init) => issuer.answer(input, init);
    return issuer;
  }

  end(): void {
    globalThis.fetch = this.usualFetch;
  }

  /** The person agrees: where her browser is sent, for the address that it was sent to. */
  agree(address: string): string {
    const { searchParams } = new URL(address);
    const asked = (name: string) => searchParams.get(name) ?? '';
    const code = `code-${this.grants.size}`;
    this.grants.set(code, {
      nonce: asked('nonce'),
      challenge: asked('code_challenge'),
      redirectUri: asked('redirect_uri'),
      claims: this.claims,
    });
    const back = new URL(asked('redirect_uri'));
    back.search = new URLSearchParams({ code, state: asked('state'), iss: ISSUER }).toString();
    return back.href;
  }

  private async answer(input: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Response> {
    const address = input instanceof Request ? input.url : input.toString();
    this.asked.push(address);
    switch (address) {
      case `${ISSUER}/.well-known/openid-configuration`:
        return Response.json({
          issuer: ISSUER,
          authorization_endpoint: `${ISSUER}/authorize`,
          token_endpoint: `${ISSUER}/token`,
          jwks_uri: `${ISSUER}/keys`,
          ...this.description,
        });
      case `${ISSUER}/keys`:
        return Response.json({
          keys: [{ ...(await exportJWK(this.keys.publicKey)), alg: 'RS256', kid: 'k' }],
        });
      case `${ISSUER}/token`:
        return this.token(init.body instanceof URLSearchParams ? init.body : new URLSearchParams());
      default:
        return new Response('nothing', { status: 404 });
    }
  }

  private async token(form: URLSearchParams): Promise<Response> {
    const grant = this.grants.get(form.get('code') ?? '');
    this.grants.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isGood =
      grant?.challenge === challenge &&
      grant.redirectUri === form.get('redirect_uri') &&
      form.get('client_secret') === CLIENT.secret;
    if (!isGood) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const issued = Math.floor(this.now().getTime() / 1000);
    const told = {
      iss: ISSUER,
      aud: CLIENT.id,
      iat: issued,
      exp: issued + 300,
      nonce: grant.nonce,
      ...grant.claims,
    };
    const idToken = await new SignJWT(told)
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .sign(this.keys.privateKey);
    return Response.json({ access_token: 'access-canary', token_type: 'Bearer', id_token: idToken });
  }
}
