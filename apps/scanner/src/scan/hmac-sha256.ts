import { hash } from 'node:crypto';

const BLOCK = 64;
const DIGEST = 32;
/** Longer values than this many bytes get a buffer of their own. */
const USUAL = 1024;

/**
 * HMAC-SHA-256 (RFC 2104) under one key, for millions of short values: a third of the time of `createHmac`, which
 * builds an object for each. What it gives is overwritten by the next call. `key` has at most 64 bytes.
 */
export function hmacSha256(key: Uint8Array): (value: string) => Uint8Array {
  const inner = Buffer.alloc(BLOCK + USUAL, 0x36);
  const outer = Buffer.alloc(BLOCK + DIGEST, 0x5c);
  for (const [at, byte] of key.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  const result = Buffer.alloc(DIGEST);
  return (value) => {
    // A character takes at most three bytes.
    const message =
      value.length * 3 <= USUAL ? inner : Buffer.concat([inner, Buffer.alloc(value.length * 3)]);
    const end = BLOCK + message.write(value, BLOCK, 'utf8');
    // Digests pass as strings of one byte a character: that makes no object either.
    outer.write(hash('sha256', message.subarray(0, end), 'binary'), BLOCK, 'binary');
    result.write(hash('sha256', outer, 'binary'), 0, 'binary');
    return result;
  };
}
