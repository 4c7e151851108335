import { printable } from './printable.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\uFF01-\uFF60])/u;
const NO_WIDTH = /^[\p{M}\u200C\u200D]+$/u;

/** Columns that a terminal needs for a text without control characters. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOfGrapheme(segment);
  return width;
}

/** The lines of a text, each at most `width` columns wide and safe to print. A longer word is broken. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text)
    .split(' ')
    .filter((part) => part !== '')) {
    for (const piece of pieces(word, width)) {
      const joined = line === '' ? piece : `${line} ${piece}`;
      if (widthOf(joined) <= width) {
        line = joined;
      } else {
        lines.push(line);
        line = piece;
      }
    }
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const result: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && widthOf(piece) + widthOfGrapheme(segment) > width) {
      const end = endOfPart(piece);
      result.push(piece.slice(0, end));
      piece = piece.slice(end);
    }
    piece += segment;
  }
  return [...result, piece];
}

/** Paths and addresses are easier to read when they break behind a sign; one near the start would leave a stub. */
function endOfPart(piece: string): number {
  const end = Math.max(...['/', '-', '_', '@'].map((sign) => piece.lastIndexOf(sign))) + 1;
  return end > piece.length / 2 ? end : piece.length;
}

function widthOfGrapheme(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}
