import type { Capability } from '#connectors/contract/fact.js';
import {
  UNCLAIMED,
  type Inventory,
  type InventoryField,
  type InventoryReceipt,
  type SystemInventory,
} from '../engine/inventory.js';
import type { ReadFrom } from '../engine/rule.js';
import { sortedOnce } from './wording.js';

/** The part of a system that a question is about; absent parts mean all of it. */
interface Part {
  readonly object?: string;
  readonly list?: string | null;
}

/** The systems that the policy names; files that nobody claims are one finding each and nothing else (E26). */
export function claimedSystems(inventory: Inventory): readonly SystemInventory[] {
  return inventory.systems.filter(({ system }) => system !== UNCLAIMED);
}

/** Whether everything of this kind was read to its end, so that an absence, age or count may be judged (law 2). */
export function isFullyRead(system: SystemInventory, capability: Capability, part: Part = {}): boolean {
  const receipts = receiptsOf(system, capability, part);
  return receipts.length > 0 && receipts.every(({ status }) => status === 'complete');
}

/** The receipts of one kind, of the whole system or of one object of it. */
export function receiptsOf(
  system: SystemInventory,
  capability: Capability,
  { object, list }: Part = {},
): readonly InventoryReceipt[] {
  return system.receipts.filter(
    (receipt) =>
      receipt.capability === capability &&
      (object === undefined || receipt.object === object) &&
      (list === undefined || receipt.list === list),
  );
}

/** Fields and their records: what a finding about fields was read from, each resource once, in a fixed order. */
export function fieldResources(
  { system }: SystemInventory,
  fields: readonly Pick<InventoryField, 'object' | 'list'>[],
): readonly ReadFrom[] {
  return sortedOnce(fields.map(({ object, list }) => JSON.stringify([object, list]))).flatMap((key) => {
    const [object, list] = JSON.parse(key) as [string, string | null];
    return (['fields', 'records'] as const).map((capability) => ({ system, capability, object, list }));
  });
}

/** The one resource of a whole system: its people, its apps, its shared files, or whom it pays. */
export function wholeResource(system: string, capability: 'people' | 'apps' | 'files' | 'payees'): ReadFrom {
  return { system, capability, object: null, list: null };
}
