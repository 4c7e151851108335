import { covers, type Category } from '#connectors/contract/category.js';
import type { InventoryField, SystemInventory } from '../../engine/inventory.js';
import type { Policy } from '../../policy/policy.js';
import { isFullyRead, receiptsOf } from '../reading.js';
import { SURE_ENOUGH } from './field-group.js';
import { knownKind } from '../../policy/note-kinds.js';

/** Categories that the policy declares for a system that holds none of them; none unless all of it was read (law 2). */
export function categoriesMissingIn(policy: Policy, system: SystemInventory): readonly Category[] {
  if (!isReadToTheEnd(system)) return [];
  const declared = new Set(
    policy.data.filter(({ systems }) => systems.includes(system.system)).map(({ category }) => category),
  );
  return [...declared].filter((category) => !holds(system, category)).toSorted();
}

/** All fields of all records, and at least one record: an empty tool says nothing yet. */
function isReadToTheEnd(system: SystemInventory): boolean {
  return (
    isFullyRead(system, 'fields') &&
    isFullyRead(system, 'records') &&
    receiptsOf(system, 'records').some(({ read }) => read > 0)
  );
}

/**
 * A narrower category is some of it, a wider one contains it, a verdict that is not sure may be right, and it may stand
 * in a note: only where none of them has a value is the data not there.
 */
function holds({ fields }: SystemInventory, declared: Category): boolean {
  return fields
    .filter(({ filled }) => filled > 0)
    .some(
      (field) =>
        isUnknown(field) ||
        isInNotes(field, declared) ||
        (field.category !== 'none' && (covers(declared, field.category) || covers(field.category, declared))),
    );
}

function isInNotes({ notes }: InventoryField, declared: Category): boolean {
  const kinds = notes?.found.flatMap((together) => together.kinds) ?? [];
  return kinds.some((kind) => covers(declared, knownKind(kind).category));
}

/** A column without a header (law 1) whose values tell nothing either may be what is looked for. */
function isUnknown({ name, category, confidence }: InventoryField): boolean {
  return category === 'none' && confidence < SURE_ENOUGH && /^column \d+$/u.test(name);
}
