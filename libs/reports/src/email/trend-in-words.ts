import { dayInWords, listed, numberInWords } from '../model/words.js';
import type { TrendPoint } from '../weekly/week-facts.js';

/** What the chart shows, for whoever does not see it; null without a trend. */
export function trendInWords(trend: readonly TrendPoint[]): string | null {
  const last = trend.at(-1);
  const first = trend.at(0);
  if (first === undefined || last === undefined || trend.length < 2) return null;
  const totals = trend.map((point) => `${numberInWords(totalOf(point))}${isUnsure(point) ? '?' : ''}`);
  const counts = (['high', 'medium', 'low'] as const).map(
    (severity) => `${numberInWords(last[severity])} ${severity}`,
  );
  const unsure = trend.some(isUnsure)
    ? ' A question mark: a tool failed or refused that week, or known findings could not be looked at again.'
    : '';
  return `Open findings week by week since ${dayInWords(first.day)}: ${totals.join(', ')}. Now ${listed(counts)}.${unsure}`;
}

/** Whether the number may be too low or too high: something could not be read. */
export function isUnsure({ notObserved, systemsNotRead }: TrendPoint): boolean {
  return notObserved > 0 || systemsNotRead > 0;
}

export function totalOf({ high, medium, low }: TrendPoint): number {
  return high + medium + low;
}
