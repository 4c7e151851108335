import type { Capability } from '#connectors/contract/fact.js';
import { receiptsOf } from '#rules/catalog/reading.js';
import type { Inventory, SystemInventory } from '#rules/engine/inventory.js';
import { toolTitle } from './tool-words.js';

/** A system as the head of a column. */
export interface SystemRead {
  readonly system: string;
  readonly title: string;
  readonly simulated: boolean;
  /** `nothing to read`: a file has no logins and no apps, so nobody looked for any. */
  readonly read: 'read' | 'partial' | 'not read' | 'nothing to read';
}

/** The systems of a scan in its order, and how much of them was read of what a page shows. */
export function systemsRead({ systems }: Inventory, shown: readonly Capability[]): SystemRead[] {
  return systems.map((system) => ({
    system: system.system,
    title: system.connector === 'exports' ? 'Files' : toolTitle(system.connector),
    simulated: system.simulated === true,
    read: howMuch(system, shown),
  }));
}

/** A file of any origin has no list of logins or apps unless somebody handed one over, or it was asked for. */
export function hasNoSuchList(system: SystemInventory, capability: Capability): boolean {
  return system.connector === 'exports' && receiptsOf(system, capability).length === 0;
}

/** Nothing counts as read of which there is no receipt (law 2). */
function howMuch(system: SystemInventory, shown: readonly Capability[]): SystemRead['read'] {
  const isList = shown.every((capability) => capability === 'people' || capability === 'apps');
  if (isList && shown.every((capability) => hasNoSuchList(system, capability))) return 'nothing to read';
  const receipts = shown.flatMap((capability) => receiptsOf(system, capability));
  const isNone = ({ status }: { readonly status: string }) => status !== 'complete' && status !== 'partial';
  if (receipts.every(isNone)) return 'not read';
  return receipts.every(({ status }) => status === 'complete') ? 'read' : 'partial';
}
