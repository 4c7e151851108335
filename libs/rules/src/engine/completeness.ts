import type { Capability } from '#connectors/contract/fact.js';
import type { Finding, SeenIn } from './finding.js';
import type { Inventory, InventoryReceipt } from './inventory.js';
import type { ReadFrom } from './rule.js';

/** The files that were read for a resource in this scan, for a finding to remember. */
export function seenIn(readFrom: readonly ReadFrom[], inventory: Inventory): readonly SeenIn[] {
  return readFrom.map((resource) => ({
    ...resource,
    parts: [...new Set(receiptsOf(inventory, resource).flatMap(({ parts }) => parts))].toSorted(),
  }));
}

/** A scan that saw a finding in fewer files than before does not make the others dispensable. As many under other names do. */
export function stillSeenIn(before: readonly SeenIn[], now: readonly SeenIn[]): readonly SeenIn[] {
  return now.map((resource) => {
    const earlier = before.find((one) => isSameResource(one, resource))?.parts ?? [];
    if (resource.parts.length >= earlier.length) return resource;
    return { ...resource, parts: [...new Set([...earlier, ...resource.parts])].toSorted() };
  });
}

/**
 * Whether this scan may say that a finding is absent (law 2): everything it was read from, and everything its
 * rule needs, was read again, in full, from all the files that fed it.
 */
export function mayClose(finding: Finding, needs: readonly Capability[], inventory: Inventory): boolean {
  return finding.readFrom.every((resource) =>
    [...new Set([resource.capability, ...needs])].every((capability) =>
      isReadAgain(within(resource, capability), inventory),
    ),
  );
}

function isReadAgain(resource: SeenIn, inventory: Inventory): boolean {
  const receipts = receiptsOf(inventory, resource);
  if (receipts.length === 0 || receipts.some(({ status }) => status !== 'complete')) return false;
  const parts = new Set(receipts.flatMap((receipt) => receipt.parts));
  const isRenamed = resource.parts.length === 1 && parts.size === 1 && resource.object !== resource.parts[0];
  return isRenamed || resource.parts.every((part) => parts.has(part));
}

function isSameResource(left: ReadFrom, right: ReadFrom): boolean {
  return (
    left.system === right.system &&
    left.capability === right.capability &&
    left.object === right.object &&
    left.list === right.list
  );
}

/** People and apps belong to the whole system; fields and records to their object. */
function within(resource: SeenIn, capability: Capability): SeenIn {
  if (capability === resource.capability) return resource;
  const ofObject = capability === 'fields' || capability === 'records';
  return ofObject
    ? { ...resource, capability }
    : { system: resource.system, capability, object: null, list: null, parts: [] };
}

function receiptsOf(inventory: Inventory, resource: ReadFrom): readonly InventoryReceipt[] {
  const system = inventory.systems.find((candidate) => candidate.system === resource.system);
  return (system?.receipts ?? []).filter(
    (receipt) =>
      receipt.capability === resource.capability &&
      (resource.object === null || receipt.object === resource.object) &&
      (resource.list === null || receipt.list === resource.list),
  );
}
