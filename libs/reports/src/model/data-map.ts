import type { Inventory, InventoryField } from '#rules/engine/inventory.js';
import type { Policy } from '#rules/policy/policy.js';

/** A kind of data in a system: declared, found, or both. */
export interface DataMapCell {
  readonly category: string;
  readonly system: string;
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
  for (const { category, systems } of policy?.data ?? []) {
    for (const system of systems)
      cells.set(keyOf(category, system), { ...cellOf(cells, category, system), declared: true });
  }
  return [...cells.values()].toSorted((a, b) =>
    a.category < b.category ? -1 : a.category > b.category ? 1 : 0,
  );
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
