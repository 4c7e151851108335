import { isCategory } from '#connectors/contract/category.js';
import type { Inventory, InventoryField } from '#rules/engine/inventory.js';
import { declarationsOf } from '#rules/policy/coverage.js';
import type { Policy } from '#rules/policy/policy.js';

/** A kind of data in a system: declared, found, or both. */
export interface DataMapCell {
  readonly category: string;
  readonly system: string;
  /** By its own key or, unless it is sensitive, by a wider one (E2). */
  readonly declared: boolean;
  /** Fields that hold it; a field without a value holds nothing. */
  readonly fields: readonly DataMapField[];
  /** The best filled of them: records with a value, of all. */
  readonly filled: number;
  readonly records: number;
}

export type DataMapField = Pick<
  InventoryField,
  'object' | 'list' | 'name' | 'label' | 'custom' | 'filled' | 'records'
>;

/** Kinds of personal data × systems, declared against found; by category, then in the order of the policy. `inventory`: with the person's words applied. */
export function dataMapOf(inventory: Inventory, policy: Policy | null): readonly DataMapCell[] {
  const cells = new Map<string, DataMapCell>();
  for (const { system, fields } of inventory.systems) {
    for (const field of fields) {
      if (field.category === 'none' || field.filled === 0 || field.confidence < 0.5) continue;
      const cell = cellOf(cells, field.category, system);
      const isFuller = field.filled > cell.filled;
      cells.set(keyOf(field.category, system), {
        ...cell,
        fields: [...cell.fields, shown(field)],
        ...(isFuller && { filled: field.filled, records: field.records }),
      });
    }
  }
  if (policy !== null) declare(cells, policy);
  return [...cells.values()].toSorted((a, b) =>
    a.category < b.category ? -1 : a.category > b.category ? 1 : 0,
  );
}

function declare(cells: Map<string, DataMapCell>, policy: Policy): void {
  const met = new Set<string>();
  // What is changed below is what was there already: no cell is added while they are gone through.
  for (const cell of cells.values()) {
    const { category, system } = cell;
    const entries = (isCategory(category) ? declarationsOf(policy, category) : []).filter(({ systems }) =>
      systems.includes(system),
    );
    for (const entry of entries) met.add(keyOf(entry.category, system));
    cells.set(keyOf(category, system), { ...cell, declared: entries.length > 0 });
  }
  for (const { category, systems } of policy.data) {
    // A wide entry is found where anything is that it covers.
    for (const system of systems.filter((one) => !met.has(keyOf(category, one))))
      cells.set(keyOf(category, system), { ...cellOf(cells, category, system), declared: true });
  }
}

function cellOf(cells: ReadonlyMap<string, DataMapCell>, category: string, system: string): DataMapCell {
  const empty = { category, system, declared: false, fields: [], filled: 0, records: 0 };
  return cells.get(keyOf(category, system)) ?? empty;
}

function keyOf(category: string, system: string): string {
  return JSON.stringify([category, system]);
}

function shown({ object, list, name, label, custom, filled, records }: InventoryField): DataMapField {
  return { object, list, name, label, custom, filled, records };
}
