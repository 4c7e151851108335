/** What is measured of a page that loads, in ms; layout shift has no unit. */
export interface PageMeasures {
  readonly firstContentfulPaint: number;
  readonly largestContentfulPaint: number;
  readonly totalBlockingTime: number;
  readonly layoutShift: number;
}

/**
 * The control points of Lighthouse's mobile scoring: a page at `good` gets 0.9, one at `median` 0.5
 * (https://developer.chrome.com/docs/lighthouse/performance/performance-scoring). The speed index, a tenth of the score
 * there, is left out: it needs a film.
 */
const CURVES: Readonly<Record<keyof PageMeasures, { good: number; median: number; weight: number }>> = {
  firstContentfulPaint: { good: 1_800, median: 3_000, weight: 10 },
  largestContentfulPaint: { good: 2_500, median: 4_000, weight: 25 },
  totalBlockingTime: { good: 200, median: 600, weight: 30 },
  layoutShift: { good: 0.1, median: 0.25, weight: 25 },
};

/** 0 to 100. */
export function performanceScore(measures: PageMeasures): number {
  const names = Object.keys(CURVES) as readonly (keyof PageMeasures)[];
  const whole = names.reduce((sum, name) => sum + CURVES[name].weight, 0);
  const reached = names.reduce((sum, name) => sum + CURVES[name].weight * shareOf(name, measures[name]), 0);
  return Math.round((100 * reached) / whole);
}

/** A log-normal curve through the two points. */
function shareOf(name: keyof PageMeasures, value: number): number {
  if (value <= 0) return 1;
  const { good, median } = CURVES[name];
  const spread = Math.log(median / good) / 0.906_193_802_436_822_6;
  return 0.5 * (1 - errorFunction(Math.log(value / median) / spread));
}

/** Abramowitz and Stegun 7.1.26: right to seven digits. */
function errorFunction(x: number): number {
  const t = 1 / (1 + 0.327_591_1 * Math.abs(x));
  const series =
    t *
    (0.254_829_592 + t * (-0.284_496_736 + t * (1.421_413_741 + t * (-1.453_152_027 + t * 1.061_405_429))));
  const value = 1 - series * Math.exp(-x * x);
  return x < 0 ? -value : value;
}
