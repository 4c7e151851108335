import { parseLines } from './parse-lines.js';

export type Delimiter = ',' | ';' | '\t';

/** What separates the cells, by which of the three cuts the head of the file into the most even rows. */
export function guessDelimiter(head: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of [',', ';', '\t'] as const) {
    if (!head.includes(delimiter)) continue;
    const score = evenness(head, delimiter);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** How many rows have the most common width, times that width: title lines and footers are few, data is many. */
function evenness(head: string, delimiter: Delimiter): number {
  const { rows } = parseLines(head, delimiter, false);
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of widths) if (width > 1) score = Math.max(score, count * (width - 0.5));
  return score;
}
