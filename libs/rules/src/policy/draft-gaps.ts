import type { Inventory, InventoryReceipt, SystemInventory } from '../engine/inventory.js';
import { systemName } from '../catalog/wording.js';
import { type DraftedSystem } from './draft-systems.js';
import { inComment } from './draft-text.js';

/** What the draft can not know, before what it says (law 2). */
export function gapLines({ systems }: Inventory, drafted: readonly DraftedSystem[]): readonly string[] {
  const unread = systems.flatMap((system) =>
    system.receipts
      .filter(({ status }) => status !== 'complete')
      .map((receipt) => unreadLine(system, receipt)),
  );
  const unlisted = drafted
    .filter(({ connector, people }) => connector !== 'exports' && people.length === 0)
    .map((system) => `Who has access to ${systemName(system)}: no list was there.`);
  const lines = [...new Set([...unread, ...unlisted])];
  if (lines.length === 0) return [];
  return [
    '##',
    '## Not in this draft, because it was not there or could not be read:',
    ...lines.map((line) => `##   ${line}`),
  ];
}

function unreadLine(
  system: SystemInventory,
  { status, reason, object, capability, parts }: InventoryReceipt,
): string {
  const what = object ?? (parts.join(', ') || capability);
  const why =
    reason === null
      ? ''
      : `: ${reason === 'chosen columns' ? 'only the columns that somebody chose' : reason}`;
  const extent = status === 'partial' ? 'in part' : status === 'denied' ? 'not allowed' : 'not read';
  const where = system.connector === 'exports' ? '' : `${systemName(system)}, `;
  return inComment(`${where}${what} ${extent}${why}`);
}
