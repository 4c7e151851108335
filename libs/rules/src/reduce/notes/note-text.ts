/** Of one cell at most this many UTF-16 units are read: a whole mailbox in a cell must not hold up a scan. */
export const LONGEST_NOTE = 20_000;

const TAG = /<\/?[a-z][a-z0-9]*(?:[\s/][^<>]*)?>/giu;
const SPACES = /&(?:nbsp|#160|#xa0);/giu;

/** A note as a person reads it: tools that format notes store them with tags. Linear in its bounded length. */
export function noteText(cell: string): string {
  const text = cell.length > LONGEST_NOTE ? cell.slice(0, LONGEST_NOTE) : cell;
  const bare = text.includes('<') ? text.replaceAll(TAG, ' ') : text;
  return bare.includes('&') ? bare.replaceAll(SPACES, ' ').replaceAll('&amp;', '&') : bare;
}
