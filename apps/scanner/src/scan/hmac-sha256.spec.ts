import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hmacSha256 } from './hmac-sha256.js';

describe('hmacSha256', () => {
  it("is what node's createHmac gives, for any key and any text, short or long, one after the other", () => {
    const key = fc.uint8Array({ minLength: 1, maxLength: 64 });
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', minLength: 300, maxLength: 900 }),
    );
    fc.assert(
      fc.property(key, fc.array(text, { maxLength: 5 }), (secret, values) => {
        const keyed = hmacSha256(secret);
        for (const value of values) {
          expect(Buffer.from(keyed(value)).toString('hex')).toBe(
            createHmac('sha256', secret).update(value).digest('hex'),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});
