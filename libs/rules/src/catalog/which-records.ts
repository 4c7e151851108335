import type { SystemInventory } from '../engine/inventory.js';
import type { Tally } from '../engine/measures.js';
import type { RuleId } from '../engine/rule-id.js';

const SHOWN = 3;

/** Where a person begins: the first records, and the command that lists them all; "" where there is nothing to list. */
export function whichRecords(
  rule: RuleId,
  { system }: Pick<SystemInventory, 'system'>,
  { sample, records }: Tally,
): string {
  if (sample.length === 0) return '';
  const shown = sample.slice(0, SHOWN).join(', ');
  if (records <= SHOWN && records === sample.length) {
    return records === 1 ? `It is record ${shown}. ` : `They are the records ${shown}. `;
  }
  const command = `npx --no-install plumbline list ${rule} --system ${system} --policy FILE --exports FOLDER`;
  return `Begin with the records ${shown}; "${command}" lists them all. `;
}
