import { describe, expect, it } from '@jest/globals';
import { leastTimeMs } from './least-time.js';

const TEN_A_SECOND = { requests: 10, perMs: 1_000 };
const HUNDRED_A_MINUTE = { requests: 100, perMs: 60_000 };

describe('the least time of requests', () => {
  it('is none for what fits into the limit at once', () => {
    expect([0, 1, 10].map((requests) => leastTimeMs(requests, [TEN_A_SECOND]))).toEqual([0, 0, 0]);
  });

  it('is one span for each time that the limit is used up', () => {
    expect([11, 20, 21].map((requests) => leastTimeMs(requests, [TEN_A_SECOND]))).toEqual([
      1_000, 1_000, 2_000,
    ]);
  });

  it('keeps to all limits: the last of 110 waits for the minute, and then for the second', () => {
    expect(leastTimeMs(110, [TEN_A_SECOND, HUNDRED_A_MINUTE])).toBe(60_000);
    expect(leastTimeMs(111, [TEN_A_SECOND, HUNDRED_A_MINUTE])).toBe(61_000);
    expect(leastTimeMs(100, [TEN_A_SECOND, HUNDRED_A_MINUTE])).toBe(9_000);
  });
});
