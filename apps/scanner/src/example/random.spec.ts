import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isAmongShare, Random } from './random.js';

describe('invented numbers', () => {
  it('are the same in every run and on every machine', () => {
    const random = new Random(20_260_901, 'customer 7');
    expect([random.integer(0, 999), random.integer(0, 999), random.integer(0, 999)]).toEqual([642, 529, 543]);
  });

  it('differ between streams, and stay in their bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.integer({ min: 0, max: 50 }), (seed, stream, most) => {
        const number = new Random(seed, stream).integer(3, 3 + most);
        return number >= 3 && number <= 3 + most && Number.isInteger(number);
      }),
    );
    expect(new Random(1, 'a').next()).not.toBe(new Random(1, 'b').next());
    expect(new Random(1, 'a').next()).not.toBe(new Random(2, 'a').next());
  });
});

describe('a share of records', () => {
  it.each([
    [0.05, 2000, 100],
    [0.05, 300, 15],
    [0.05, 301, 16],
    [0.31, 2000, 620],
  ])('of %d among %i are %i, never fewer than the share', (share, records, filled) => {
    const indexes = Array.from({ length: records }, (_, index) => index);
    expect(indexes.filter((index) => isAmongShare(index, share))).toHaveLength(filled);
  });
});
