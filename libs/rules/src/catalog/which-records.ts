import type { Tally } from '../engine/measures.js';

const SHOWN = 3;

/** Where a person begins: the first records, and where there are more of them; "" where there is nothing to list. */
export function whichRecords({ sample, records }: Tally): string {
  if (sample.length === 0) return '';
  const shown = sample.slice(0, SHOWN).join(', ');
  if (records <= SHOWN && records === sample.length) {
    return records === 1 ? `It is record ${shown}. ` : `They are the records ${shown}. `;
  }
  return `Begin with the records ${shown}; the finding in full names up to twenty. `;
}
