import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

const KEY_ID = 'simulated-google-1';
let keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | null = null;

/** A JWT under Google's own key: made when first needed, another one in every process. */
export function signedIdToken(claims: Readonly<Record<string, unknown>>): string {
  keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })}.${encode(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), keys.privateKey).toString('base64url')}`;
}

/** The keys that sign id tokens, as Google publishes them. */
export function publishedKeys(): Readonly<Record<string, unknown>> {
  keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = createPublicKey(keys.privateKey).export({ format: 'jwk' });
  return { keys: [{ ...jwk, kid: KEY_ID, use: 'sig', alg: 'RS256' }] };
}
