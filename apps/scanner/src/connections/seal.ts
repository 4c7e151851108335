import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { BugError } from '#connectors/contract/error.js';
import { Secret } from '#connectors/kit/secret.js';
import type { MasterKey } from './key-ring.js';

const FORM = 'v1';
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Where a sealed text belongs: moved to another row or column it does not open. */
export interface Place {
  /** The id of the connection, or `person ID`, or `webhook ID`. */
  readonly owner: string;
  readonly name: string;
}

/** AES-256-GCM with a random nonce: `v1.KEY_ID.BASE64URL(nonce, tag, text)`. */
export function seal(secret: Secret, place: Place, key: MasterKey): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(placeBytes(place));
  const text = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final()]);
  return [FORM, key.id, Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')].join('.');
}

/** The id of the key that a text was sealed with. */
export function sealedWith(sealed: string): string {
  return sealed.split('.')[1] ?? '';
}

/** @throws BugError if it was sealed for another place, or changed. */
export function unseal(sealed: string, place: Place, key: MasterKey): Secret {
  const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(placeBytes(place));
    decipher.setAuthTag(tag);
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return new Secret(text.toString('utf8'));
  } catch {
    throw new BugError({ message: 'A stored secret was changed, or belongs elsewhere.' });
  }
}

function placeBytes({ owner, name }: Place): Buffer {
  return Buffer.from(JSON.stringify([FORM, owner, name]), 'utf8');
}
