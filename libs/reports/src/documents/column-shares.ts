import type { Cell } from './document-part.js';

/** A column is at least as wide as such a word, and text beyond this wraps. In characters. */
const NARROWEST = 9;
const WIDEST = 54;
/** A longer word is broken. */
export const LONGEST_WORD = 32;

/** Shares of the width for each column, by what stands in it: wide texts get room, and single words are not torn. */
export function columnShares(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): readonly number[] {
  return columns.map((heading, at) => {
    const lengths = rows.map((cells) => lengthOf(cells[at]));
    const words = [heading, ...rows.map((cells) => cells[at]?.text ?? '')].flatMap((text) =>
      text.split(/\s/u),
    );
    const longestWord = Math.min(Math.max(...words.map(({ length }) => length), NARROWEST), LONGEST_WORD);
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1);
    const most = lengths.reduce((longest, length) => Math.max(longest, length), 0);
    return Math.max(longestWord, Math.min(average * 0.35 + most * 0.65, WIDEST));
  });
}

function lengthOf(cell: Cell | undefined): number {
  return (cell?.text.length ?? 0) + (cell?.note?.length ?? 0) * 0.85;
}
