import { crc32 } from 'node:zlib';
import { Secret } from '#connectors/kit/secret.js';
import { newCarriedSecret } from './carried-secret.js';

const PREFIX = 'plumb_';
const FORM = /^plumb_([\w-]{43})([0-9a-f]{8})$/u;
const SHOWN_LETTERS = 10;

/** `plumb_`, 256 random bits, and a checksum: tools that look for secrets in code know it, and a mistyped one is told without a look into the database. */
export function newApiToken(): Secret {
  const random = newCarriedSecret().reveal();
  return new Secret(`${PREFIX}${random}${checksumOf(random)}`);
}

/** Null for what can not be one of ours. */
export function apiTokenIn(text: string): Secret | null {
  const [, random = '', checksum] = FORM.exec(text) ?? [];
  return checksum !== undefined && checksum === checksumOf(random) ? new Secret(text) : null;
}

/** Enough for a person to tell her tokens apart, and nothing to guess the rest by. */
export function beginningOf(token: Secret): string {
  return token.reveal().slice(0, SHOWN_LETTERS);
}

function checksumOf(random: string): string {
  return crc32(random).toString(16).padStart(8, '0');
}
