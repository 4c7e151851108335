import {
  type FieldCategory,
  isCategory,
  type Sensitivity,
  sensitivityOf,
  titleOf,
} from '#connectors/contract/category.js';
import { SURE_ENOUGH } from '#rules/catalog/field/field-group.js';
import { isFullyRead } from '#rules/catalog/reading.js';
import type { Inventory, InventoryField } from '#rules/engine/inventory.js';
import { declarationsOf } from '#rules/policy/coverage.js';
import type { Policy } from '#rules/policy/policy.js';
import type { BrokenRule } from './broken-rule.js';
import { type DataMapField, type FoundKind, foundKindsOf } from './found-kinds.js';

/**
 * How a cell stands to the policy. `differs`: some of what was found breaks a rule, or is not in the policy there.
 * `not found`: declared, and everything was read. `not known`: declared, not found, and not everything was read (law 2). `found`: there is no
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
  /** The rules that it breaks, each with what its finding is about; the gravest first. */
  readonly breaks: readonly BrokenRule[];
  /** Fields that hold it, those that break a rule first; a field without a value holds nothing. */
  readonly fields: readonly DataMapField[];
  /** The best filled of what is wrong, else of all: records (or notes) with it, of all. */
  readonly filled: number;
  readonly records: number;
}

/**
 * Kinds of personal data × systems, declared against found; by category, then in the order of the policy. `inventory`:
 * with the person's words applied; `baseline`: what a person approved, against which something is new.
 */
export function dataMapOf(
  inventory: Inventory,
  policy: Policy | null,
  baseline: Inventory | null = null,
): readonly DataMapCell[] {
  const cells = new Map<string, DataMapCell>();
  const kinds = foundKindsOf(inventory, policy, baseline);
  for (const [key, found] of Map.groupBy(kinds, ({ category, system }) => keyOf(category, system))) {
    const [first] = found;
    if (first) cells.set(key, { ...cellOf(cells, first.category, first.system), ...together(found) });
  }
  if (policy !== null) declare(cells, policy);
  return [...cells.values()]
    .map((cell) => ({ ...cell, state: stateOf(cell, inventory, policy) }))
    .toSorted((a, b) => (a.category < b.category ? -1 : a.category > b.category ? 1 : 0));
}

/** What breaks a rule stands first, and gives the figure: nobody asks how full the rest is. */
function together(
  found: readonly FoundKind[],
): Pick<DataMapCell, 'breaks' | 'fields' | 'filled' | 'records'> {
  const wrong = found.filter(({ field }) => field.breaks.length > 0);
  const fullest = (wrong.length > 0 ? wrong : found).reduce((best, one) =>
    one.filled > best.filled ? one : best,
  );
  const rest = found.filter((one) => !wrong.includes(one));
  const breaks = wrong.flatMap(({ field }) => field.breaks);
  return {
    breaks: [...new Map(breaks.map((one) => [JSON.stringify([one.rule, one.subject]), one])).values()],
    fields: [...wrong, ...rest].map(({ field }) => field),
    filled: fullest.filled,
    records: fullest.records,
  };
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
  { system, fields, breaks }: DataMapCell,
  { systems }: Inventory,
  policy: Policy | null,
): DataMapState {
  if (policy === null) return 'found';
  if (breaks.length > 0) return 'differs';
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
  return { ...what, declared: false, state: 'found', breaks: [], fields: [], filled: 0, records: 0 };
}

function keyOf(category: string, system: string): string {
  return JSON.stringify([category, system]);
}

/** How many fields are a question to the owner, and so in no map. */
export function unsureFields({ systems }: Inventory): number {
  const isUnsure = ({ category, confidence, filled }: InventoryField) =>
    category !== 'none' && confidence < SURE_ENOUGH && filled > 0;
  return systems.flatMap(({ fields }) => fields).filter(isUnsure).length;
}
