import { type Inventory, type SystemInventory, UNCLAIMED } from '#rules/engine/inventory.js';

/**
 * Systems whose records the last scan read from files that are not there any more: exports that are handed over are
 * forgotten when a scan has read them. `now`: what was read anew; null: nothing can be, no file is there.
 */
export function systemsWithoutFiles(
  last: Inventory | null,
  connected: ReadonlySet<string>,
  now: Inventory | null,
): readonly string[] {
  return (last?.systems ?? [])
    .filter((system) => system.system !== UNCLAIMED && !connected.has(system.system) && hasRecords(system))
    .map(({ system }) => system)
    .filter((name) => !(now?.systems ?? []).some((system) => system.system === name && hasRecords(system)));
}

function hasRecords({ receipts }: SystemInventory): boolean {
  return receipts.some(
    ({ capability, status }) => capability === 'records' && (status === 'complete' || status === 'partial'),
  );
}
