import { expect, test } from '@jest/globals';
import { performanceScore } from './lighthouse-score.js';

test('a page at the points of Lighthouse gets what Lighthouse gives', () => {
  const good = {
    firstContentfulPaint: 1_800,
    largestContentfulPaint: 2_500,
    totalBlockingTime: 200,
    layoutShift: 0.1,
  };
  const median = {
    firstContentfulPaint: 3_000,
    largestContentfulPaint: 4_000,
    totalBlockingTime: 600,
    layoutShift: 0.25,
  };
  const ideal = {
    firstContentfulPaint: 200,
    largestContentfulPaint: 200,
    totalBlockingTime: 0,
    layoutShift: 0,
  };
  expect([ideal, good, median].map((page) => performanceScore(page))).toEqual([100, 90, 50]);
});
