import { createHash, randomBytes } from 'node:crypto';
import { Secret } from '#connectors/kit/secret.js';

const BYTES = 32;

/** A random secret that a person, a browser or a program carries; nobody guesses 256 bits. */
export function newCarriedSecret(): Secret {
  return new Secret(randomBytes(BYTES).toString('base64url'));
}

/** What is stored of it. A quick digest is enough: what is random needs no slow one. */
export function digestOf(carried: Secret): string {
  return createHash('sha256').update(carried.reveal(), 'utf8').digest('hex');
}
