import { importPKCS8, SignJWT } from 'jose';
import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import { Secret } from '../secret.js';
import type { OAuthMeans, OAuthSheet } from './oauth-client.js';
import { OAuthRefusedError } from './oauth-refused-error.js';
import { tokenRequest, vendorFailed } from './token-requests.js';
import { type TokenSet, tokenSetOf } from './token-set.js';
import { isClockWrong } from './vendor-clock.js';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LIVES_S = 3600;

// The file also names a token address; ours stands in the data sheet, so that no file can have the assertion sent elsewhere.
const KEY_FILE = z.object({
  type: z.literal('service_account'),
  client_email: z.string().min(3),
  private_key: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
  private_key_id: z.string().optional(),
});

/**
 * Tokens of a service account that acts for a person (RFC 7523): signed by its key, nothing to refresh.
 * https://developers.google.com/identity/protocols/oauth2/service-account
 */
export class ServiceAccount {
  constructor(
    private readonly sheet: OAuthSheet,
    /** The JSON text of the key file. */
    private readonly keyFile: Secret,
    /** The address of the person it acts for. */
    private readonly subject: string,
    private readonly means: OAuthMeans,
  ) {}

  async tokens(scopes: readonly string[]): Promise<TokenSet> {
    const { title, oauth: facts } = this.sheet;
    const { now } = this.means;
    const assertion = await this.assertion(scopes);
    const request = tokenRequest({ title, facts, ...this.means });
    const server = { issuer: new URL(facts.tokenUrl).origin, token_endpoint: facts.tokenUrl };
    // The assertion is all the authentication there is.
    const client = { client_id: 'service-account' };
    try {
      const response = await oauth.genericTokenEndpointRequest(
        server,
        client,
        () => undefined,
        JWT_BEARER,
        { assertion },
        { [oauth.customFetch]: request.send },
      );
      const answer = await oauth.processGenericTokenEndpointResponse(server, client, response);
      return tokenSetOf(answer, { facts, asked: scopes, now: now(), aheadMs: request.aheadMs() });
    } catch (error) {
      if (!(error instanceof oauth.ResponseBodyError)) {
        if (error instanceof oauth.OperationProcessingError)
          throw vendorFailed(title, 'answered in a form we do not know');
        throw error;
      }
      throw this.worded(error.error, request.aheadMs());
    }
  }

  /**
   * Tokens for those of the rights that the administrator delegated: one that is missing refuses all, so they are
   * tried one by one. @throws OAuthRefusedError if there is none
   */
  async tokensForGranted(scopes: readonly string[]): Promise<TokenSet> {
    try {
      return await this.tokens(scopes);
    } catch (error) {
      if (!(error instanceof OAuthRefusedError) || error.problem !== 'delegation-missing') throw error;
      const granted: string[] = [];
      for (const scope of scopes) if (await this.isGranted(scope)) granted.push(scope);
      if (granted.length === 0) throw error;
      return this.tokens(granted);
    }
  }

  private async isGranted(scope: string): Promise<boolean> {
    try {
      await this.tokens([scope]);
      return true;
    } catch (error) {
      if (error instanceof OAuthRefusedError && error.problem === 'delegation-missing') return false;
      throw error;
    }
  }

  private async assertion(scopes: readonly string[]): Promise<string> {
    const { tokenUrl } = this.sheet.oauth;
    const key = this.readKey();
    const issued = Math.floor(this.means.now().getTime() / 1000);
    const jwt = new SignJWT({ scope: scopes.join(' ') })
      .setProtectedHeader({
        alg: 'RS256',
        typ: 'JWT',
        ...(key.private_key_id && { kid: key.private_key_id }),
      })
      .setIssuer(key.client_email)
      .setSubject(this.subject)
      .setAudience(tokenUrl)
      .setIssuedAt(issued)
      .setExpirationTime(issued + LIVES_S);
    try {
      return await jwt.sign(await importPKCS8(key.private_key, 'RS256'));
    } catch {
      throw new OAuthRefusedError('not-a-service-account', this.sheet.title);
    }
  }

  private readKey(): z.output<typeof KEY_FILE> {
    try {
      return KEY_FILE.parse(JSON.parse(this.keyFile.reveal()));
    } catch {
      // What a parser throws quotes the key.
      throw new OAuthRefusedError('not-a-service-account', this.sheet.title);
    }
  }

  private worded(code: string, aheadMs: number | null): Error {
    const { title } = this.sheet;
    // Google judges the times in the assertion by its own clock, and says "invalid_grant" for ours.
    if (code === 'invalid_grant' && isClockWrong(aheadMs)) return new OAuthRefusedError('clock-wrong', title);
    switch (code) {
      case 'unauthorized_client':
      case 'access_denied':
      case 'invalid_scope':
        return new OAuthRefusedError('delegation-missing', title);
      case 'admin_policy_enforced':
        return new OAuthRefusedError('blocked-by-admin', title);
      case 'invalid_grant':
      case 'invalid_client':
      case 'deleted_client':
      case 'disabled_client':
        return new OAuthRefusedError('service-account-refused', title);
      default:
        return new OAuthRefusedError('refused-without-reason', title);
    }
  }
}
