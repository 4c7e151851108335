import type { Inventory, SystemInventory } from '../engine/inventory.js';

/** The same account of the same tool as a person approved it; of another account nothing can be called new. */
export function approvedSystem(baseline: Inventory | null, system: SystemInventory): SystemInventory | null {
  return (
    baseline?.systems.find(
      (approved) =>
        approved.system === system.system &&
        approved.connector === system.connector &&
        approved.account === system.account,
    ) ?? null
  );
}
