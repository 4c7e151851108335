import { printable } from '../terminal/printable.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How long texts of a mail may be, in bytes of HTML: names come from tools, where anybody may have written them. */
export interface Lengths {
  readonly name: number;
  readonly what: number;
  readonly text: number;
}

export const USUAL: Lengths = { name: 120, what: 240, text: 700 };

/** For a mail that would be so long that programs cut it off. */
export const TIGHT: Lengths = { name: 120, what: 100, text: 130 };

/**
 * A text as one line that is safe to show anywhere: what breaks lines or turns the reading direction is shown as its
 * code, and a text of more than `most` bytes of HTML ends in "…".
 */
export function shortened(text: string, most: number): string {
  // Nobody shortens ten megabytes letter by letter.
  const isCut = text.length > most * 2;
  const safe = printable(text.slice(0, most * 2));
  if (!isCut && weightOf(safe) <= most) return safe;
  let short = '';
  let weight = 0;
  for (const { segment } of graphemes.segment(safe)) {
    weight += weightOf(segment);
    if (weight > most - 3) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}

/** Bytes in HTML: the five signs that HTML needs for itself take up to six. */
function weightOf(text: string): number {
  return Buffer.byteLength(text.replaceAll(/["&'<>]/gu, '&quot;'));
}
