import {
  type FieldCategory,
  isCategory,
  type Sensitivity,
  sensitivityOf,
  titleOf,
} from '#connectors/contract/category.js';
import { holdsPersonalData, SURE_ENOUGH } from '#rules/catalog/field/field-group.js';
import { isFullyRead } from '#rules/catalog/reading.js';
import type { Inventory, InventoryField } from '#rules/engine/inventory.js';
import { declarationsOf, isDeclaredIn } from '#rules/policy/coverage.js';
import type { Policy } from '#rules/policy/policy.js';

/**
 * How a cell stands to the policy. `differs`: some of what was found is not in the policy there. `not found`: declared,
 * and everything was read. `not known`: declared, not found, and not everything was read (law 2). `found`: there is no
 * policy to compare it with.
 */
export type DataMapState = 'agrees' | 'differs' | 'not found' | 'not known' | 'found';

/** A kind of data in a system: declared, found, or both. */
export interface DataMapCell {
  readonly category: FieldCategory;
  readonly title: string;
  readonly sensitivity: Sensitivity;
  readonly system: string;
  /** By its own key or, unless it is sensitive, by a wider one (E2). */
  readonly declared: boolean;
  readonly state: DataMapState;
  /** Fields that hold it; a field without a value holds nothing. */
  readonly fields: readonly DataMapField[];
  /** The best filled of them: records with a value, of all. */
  readonly filled: number;
  readonly records: number;
}

export interface DataMapField extends Pick<
  InventoryField,
  'object' | 'list' | 'name' | 'label' | 'custom' | 'filled' | 'records'
> {
  /** False where a closed list of the policy names other fields only (E4), too. */
  readonly declared: boolean;
}

/** Kinds of personal data × systems, declared against found; by category, then in the order of the policy. `inventory`: with the person's words applied. */
export function dataMapOf(inventory: Inventory, policy: Policy | null): readonly DataMapCell[] {
  const cells = new Map<string, DataMapCell>();
  for (const { system, fields } of inventory.systems) {
    for (const field of fields.filter(holdsPersonalData)) {
      const cell = cellOf(cells, field.category, system);
      const isFuller = field.filled > cell.filled;
      cells.set(keyOf(field.category, system), {
        ...cell,
        fields: [...cell.fields, shown(field, policy, system)],
        ...(isFuller && { filled: field.filled, records: field.records }),
      });
    }
  }
  if (policy !== null) declare(cells, policy);
  return [...cells.values()]
    .map((cell) => ({ ...cell, state: stateOf(cell, inventory, policy) }))
    .toSorted((a, b) => (a.category < b.category ? -1 : a.category > b.category ? 1 : 0));
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

function stateOf(
  { system, fields }: DataMapCell,
  { systems }: Inventory,
  policy: Policy | null,
): DataMapState {
  if (policy === null) return 'found';
  if (fields.length > 0) return fields.every(({ declared }) => declared) ? 'agrees' : 'differs';
  const read = systems.find((one) => one.system === system);
  const isRead = read !== undefined && isFullyRead(read, 'fields') && isFullyRead(read, 'records');
  return isRead ? 'not found' : 'not known';
}

function cellOf(
  cells: ReadonlyMap<string, DataMapCell>,
  category: FieldCategory,
  system: string,
): DataMapCell {
  const known = cells.get(keyOf(category, system));
  if (known) return known;
  const what = { category, title: titleOf(category), sensitivity: sensitivityOf(category), system };
  return { ...what, declared: false, state: 'found', fields: [], filled: 0, records: 0 };
}

function keyOf(category: string, system: string): string {
  return JSON.stringify([category, system]);
}

function shown(field: InventoryField, policy: Policy | null, system: string): DataMapField {
  const { object, list, name, label, custom, filled, records, category } = field;
  const declared = policy !== null && isDeclaredIn(policy, system, category, [name, label]) === 'declared';
  return { object, list, name, label, custom, filled, records, declared };
}

/** How many fields are a question to the owner, and so in no map. */
export function unsureFields({ systems }: Inventory): number {
  const isUnsure = ({ category, confidence, filled }: InventoryField) =>
    category !== 'none' && confidence < SURE_ENOUGH && filled > 0;
  return systems.flatMap(({ fields }) => fields).filter(isUnsure).length;
}
