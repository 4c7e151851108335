import type { Cell } from './document-part.js';

/** A column is at least as wide as such a word, and text beyond this wraps. In characters. */
const NARROWEST = 8;
const WIDEST = 54;
/** Not broken at all: a day, a short name. */
const SHORT = 12;
/** Words longer than this are broken anywhere, into pieces of this: ids, names without spaces. */
export const LONGEST_WORD = 32;
export const PIECE = 16;

/** What a column asks for, in characters. */
interface Wish {
  /** Less would tear a word apart. */
  readonly least: number;
  /** What its texts would like. */
  readonly usual: number;
}

/** Shares of the width for each column, by what stands in it: wide texts get room, and single words are not torn. */
export function columnShares(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): readonly number[] {
  return wishesOf(columns, rows).map(({ usual }) => usual);
}

/**
 * The width of each column, which together fill `width`: what a column needs to tear no word, and of what is left its
 * share. `perCharacter`: how wide a character is, in the same unit.
 */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  { width, perCharacter }: { readonly width: number; readonly perCharacter: number },
): readonly number[] {
  const wishes = wishesOf(columns, rows);
  const needed = sumOf(wishes.map(({ least }) => least)) * perCharacter;
  if (needed >= width) return wishes.map(({ least }) => (least * perCharacter * width) / needed);
  const more = wishes.map(({ least, usual }) => usual - least);
  const all = sumOf(more);
  const left = width - needed;
  return wishes.map(
    ({ least }, at) => least * perCharacter + left * (all === 0 ? 1 / wishes.length : (more[at] ?? 0) / all),
  );
}

function wishesOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): readonly Wish[] {
  return columns.map((heading, at) => {
    const lengths = rows.map((cells) => lengthOf(cells[at]));
    const texts = rows.map((cells) => cells[at]?.text ?? '');
    const words = [...heading.split(/\s/u), ...texts.flatMap(wordsOf)];
    const least = words.reduce((most, word) => Math.max(most, unbroken(word) + 1.5), NARROWEST);
    const average = sumOf(lengths) / Math.max(lengths.length, 1);
    const most = lengths.reduce((longest, length) => Math.max(longest, length), 0);
    return { least, usual: Math.max(least, Math.min(average * 0.35 + most * 0.65, WIDEST)) };
  });
}

function wordsOf(text: string): readonly string[] {
  return text.length <= SHORT ? [text] : text.split(/\s/u);
}

function unbroken({ length }: string): number {
  return length > LONGEST_WORD ? PIECE : length;
}

function lengthOf(cell: Cell | undefined): number {
  return (cell?.text.length ?? 0) + (cell?.note?.length ?? 0) * 0.85;
}

function sumOf(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}
