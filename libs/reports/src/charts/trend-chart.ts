import type { TrendPoint } from '../weekly/week-facts.js';

/** Twice as many pixels are made of it, for sharp screens. */
export const TREND_WIDTH = 520;
const HEIGHT = 168;
const TOP = 26;
const BOTTOM = 26;
const LEFT = 16;
const WIDEST_BAR = 34;

/** Each severity has a shade of its own: dark to light also without colours. */
const SHADES = [
  { severity: 'low', fill: '#b8c7d9' },
  { severity: 'medium', fill: '#e0a33a' },
  { severity: 'high', fill: '#a32a2a' },
] as const;

/**
 * Open findings by severity, a column a week, as SVG. On a ground of its own, so that it can be read in light and in
 * dark mails. A week in which something could not be read has a question mark and a hatched ground.
 */
export function trendChart(trend: readonly TrendPoint[], dayOf: (day: string) => string): string {
  const most = Math.max(1, ...trend.map(totalOf));
  const room = HEIGHT - TOP - BOTTOM;
  const step = (TREND_WIDTH - 2 * LEFT) / Math.max(1, trend.length);
  const bar = Math.min(WIDEST_BAR, step * 0.7);
  const columns = trend.map((point, at) => {
    const middle = LEFT + step * (at + 0.5);
    const isLabelled = at === 0 || at === trend.length - 1;
    return column(point, { middle, bar, perFinding: room / most, day: isLabelled ? dayOf(point.day) : null });
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${TREND_WIDTH}" height="${HEIGHT}" viewBox="0 0 ${TREND_WIDTH} ${HEIGHT}" font-family="Inter" font-size="11">`,
    '<defs><pattern id="unread" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#f7f5f1"/><rect width="2" height="6" fill="#d9d4c8"/></pattern></defs>',
    `<rect width="${TREND_WIDTH}" height="${HEIGHT}" rx="8" fill="#f7f5f1"/>`,
    ...columns,
    `<line x1="${LEFT}" x2="${TREND_WIDTH - LEFT}" y1="${HEIGHT - BOTTOM + 0.5}" y2="${HEIGHT - BOTTOM + 0.5}" stroke="#8d877a"/>`,
    legend(),
    '</svg>',
  ].join('');
}

interface Place {
  readonly middle: number;
  readonly bar: number;
  /** Height in pixels of one finding. */
  readonly perFinding: number;
  readonly day: string | null;
}

function column(point: TrendPoint, { middle, bar, perFinding, day }: Place): string {
  const left = middle - bar / 2;
  const isUnsure = point.notObserved > 0 || point.systemsNotRead > 0;
  let top = HEIGHT - BOTTOM;
  const parts = SHADES.map(({ severity, fill }) => {
    const height = point[severity] * perFinding;
    top -= height;
    return height === 0
      ? ''
      : `<rect x="${round(left)}" y="${round(top)}" width="${round(bar)}" height="${round(height)}" fill="${fill}"/>`;
  });
  const ground = isUnsure
    ? `<rect x="${round(left - 3)}" y="${TOP - 8}" width="${round(bar + 6)}" height="${HEIGHT - TOP - BOTTOM + 8}" fill="url(#unread)"/>`
    : '';
  const number = `${totalOf(point)}${isUnsure ? '?' : ''}`;
  return [
    ground,
    ...parts,
    text(number, middle, top - 5, '#2b2822', 600),
    day === null ? '' : text(day, middle, HEIGHT - 9, '#5c564a'),
  ].join('');
}

function legend(): string {
  const names = [...SHADES].toReversed();
  return names
    .map(({ severity, fill }, at) => {
      const x = TREND_WIDTH / 2 - 92 + at * 66;
      return `<rect x="${x}" y="${HEIGHT - 17}" width="9" height="9" fill="${fill}"/><text x="${x + 13}" y="${HEIGHT - 9}" fill="#5c564a">${severity}</text>`;
    })
    .join('');
}

function text(content: string, x: number, y: number, fill: string, weight = 400): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}" font-weight="${weight}" text-anchor="middle">${content}</text>`;
}

function totalOf({ high, medium, low }: TrendPoint): number {
  return high + medium + low;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
