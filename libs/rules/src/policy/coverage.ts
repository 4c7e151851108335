import { covers, sensitivityOf, titleOf, type FieldCategory } from '#connectors/contract/category.js';
import type { Inventory, InventoryField } from '../engine/inventory.js';
import { comparableName } from './comparable-name.js';
import type { Policy, PolicyClassification, PolicyData } from './policy.js';

/**
 * How the policy stands to a field that was found in a system: `declared`; `closed-list` where the category is
 * declared for the system but `fields:` names other fields only (E4); `elsewhere` for other systems only; `nowhere`.
 */
export type Declaration = 'declared' | 'closed-list' | 'elsewhere' | 'nowhere';

/** The entries of `data:` that cover a found category: its own key or an ancestor, sensitive data by its own key only (E2). */
export function declarationsOf(policy: Policy, category: FieldCategory): PolicyData[] {
  const ownKeyOnly = sensitivityOf(category) === 'sensitive';
  return policy.data.filter((entry) =>
    ownKeyOnly ? entry.category === category : covers(entry.category, category),
  );
}

/**
 * Whether a field of this category may be in this system. `fieldNames` are all its names: internal name, tag, label,
 * header. Entries of one category add up (E3); a closer key speaks before its ancestors, so that a closed list for
 * `user.demographic.date_of_birth` is not opened again by an entry for `user.demographic`.
 */
export function isDeclaredIn(
  policy: Policy,
  system: string,
  category: FieldCategory,
  fieldNames: readonly string[],
): Declaration {
  const entries = declarationsOf(policy, category);
  if (entries.length === 0) {
    return 'nowhere';
  }
  const here = entries.filter((entry) => entry.systems.includes(system));
  if (here.length === 0) {
    return 'elsewhere';
  }
  const closestKey = Math.max(...here.map((entry) => entry.category.length));
  const names = new Set(fieldNames.map(comparableName));
  const declared = here
    .filter((entry) => entry.category.length === closestKey)
    .some((entry) => {
      const list = entry.fields.get(system);
      return list === undefined || list.some((name) => names.has(comparableName(name)));
    });
  return declared ? 'declared' : 'closed-list';
}

/** The inventory with the person's words of `classify:` in place of the machine's verdicts (E4). */
export function applyClassifications(inventory: Inventory, policy: Policy): Inventory {
  return {
    ...inventory,
    systems: inventory.systems.map((system) => {
      const words = policy.classify.filter((word) => word.system === system.system);
      return words.length === 0
        ? system
        : { ...system, fields: system.fields.map((field) => classified(field, words)) };
    }),
  };
}

/** A word `none` is about all that stands in the field: its notes are not judged either (docs/decisions/0011). */
function classified(field: InventoryField, words: readonly PolicyClassification[]): InventoryField {
  const names = new Set([field.name, field.label].map(comparableName));
  const matching = words.filter((word) => names.has(comparableName(word.field)));
  const word =
    matching.find(
      ({ object }) => object !== null && comparableName(object) === comparableName(field.object),
    ) ?? matching.find(({ object }) => object === null);
  if (word === undefined) {
    return field;
  }
  const { notes, ...rest } = field;
  return {
    ...rest,
    ...(notes && word.category !== 'none' && { notes }),
    category: word.category,
    sensitivity: sensitivityOf(word.category),
    confidence: 1,
    reason:
      word.category === 'none'
        ? 'Your policy says that this field holds nothing about a person.'
        : `Your policy says that this field holds: ${titleOf(word.category)}.`,
  };
}
