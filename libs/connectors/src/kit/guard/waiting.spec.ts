import { describe, expect, it } from '@jest/globals';
import { pauseMs, retryAfterMs } from './waiting.js';

describe('waiting for a vendor', () => {
  it('grows from attempt to attempt, up to a minute, and never to nothing', () => {
    const longest = [1, 2, 3, 4, 8, 20].map((attempt) => pauseMs(attempt, () => 1));
    const shortest = [1, 2, 3, 4, 8, 20].map((attempt) => pauseMs(attempt, () => 0));
    expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 60_000, 60_000]);
    expect(shortest).toEqual([500, 1_000, 2_000, 4_000, 30_000, 30_000]);
  });

  it.each([
    ['7', 7_000],
    ['0', 0],
    ['Thu, 26 Nov 2026 10:00:30 GMT', 30_000],
    ['Thu, 26 Nov 2026 09:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    ['99999999999', null],
  ])('reads Retry-After: %s', (value, ms) => {
    const date = 'Thu, 26 Nov 2026 10:00:00 GMT';
    expect(retryAfterMs({ 'retry-after': value, date })).toBe(ms);
  });

  it('reads nothing where there is none, or a date and no clock to count from', () => {
    expect(retryAfterMs({})).toBeNull();
    expect(retryAfterMs({ 'retry-after': 'Thu, 26 Nov 2026 10:00:30 GMT' })).toBeNull();
  });
});
