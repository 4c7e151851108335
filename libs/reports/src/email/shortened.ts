import { printable } from '../terminal/printable.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text as one line that is safe to show anywhere: what breaks lines or turns the reading direction is shown as its
 * code, and a text longer than `most` characters ends in "…".
 */
export function shortened(text: string, most: number): string {
  const safe = printable(text.slice(0, most * 4));
  if (safe.length <= most) return safe;
  let short = '';
  for (const { segment } of graphemes.segment(safe)) {
    if (short.length + segment.length > most - 1) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}

/** Longest texts of a mail, in characters: names come from tools, where anybody may have written them. */
export const LONGEST = { name: 120, what: 240, text: 700 } as const;
