import { covers, type FieldCategory } from '#connectors/contract/category.js';
import type {
  Inventory,
  InventoryField,
  InventoryNotes,
  NoteKind,
  SystemInventory,
} from '../../engine/inventory.js';
import { knownKind, mayStandInNotes, noteKinds } from '../../policy/note-kinds.js';
import type { Policy } from '../../policy/policy.js';
import { claimedSystems } from '../reading.js';
import { isPersonal } from './field-group.js';
import { verdictOn } from './field-verdict.js';

/** A column whose notes hold what does not belong there. */
export interface JudgedText {
  readonly system: SystemInventory;
  readonly field: InventoryField;
  readonly notes: InventoryNotes;
  /** The gravest first; never empty. */
  readonly kinds: readonly NoteKind[];
}

/** Every column that is judged by what stands inside its notes (E29). */
export function judgedTexts(policy: Policy, inventory: Inventory): readonly JudgedText[] {
  return claimedSystems(inventory).flatMap((system) =>
    system.fields.flatMap((field) => judgedText(policy, system, field) ?? []),
  );
}

/**
 * The verdict on what stands inside one column; null where nothing is wrong with it, or where the column as a whole is
 * sensitive data and says the graver thing: a column is judged by `field.sensitive` or as text, never by both (E29).
 * Only secrets among other sensitive data turn the column into text, and then all that is in it is named.
 */
export function judgedText(
  policy: Policy,
  system: SystemInventory,
  field: InventoryField,
): JudgedText | null {
  const { notes } = field;
  const kinds = kindsOutOfPlace(policy, system, field);
  if (notes === undefined || kinds.length === 0) return null;
  if (!isPersonal(field) || verdictOn(policy, system, field) !== 'field.sensitive') {
    return { system, field, notes, kinds };
  }
  if (!kinds.some((kind) => knownKind(kind).isSecret)) return null;
  return {
    system,
    field,
    notes,
    kinds: kindsIn(notes).filter((kind) => kinds.includes(kind) || isOwn(field, kind)),
  };
}

/** Kinds that the policy does not let into the notes of this system, and secrets; what the column is for is no find. */
export function kindsOutOfPlace(
  policy: Policy,
  { system }: SystemInventory,
  field: InventoryField,
): readonly NoteKind[] {
  return kindsInside(field).filter((kind) => !mayStandInNotes(policy, system, field, kind));
}

/** What was found inside a column beside what the column itself is for. */
export function kindsInside(field: InventoryField): readonly NoteKind[] {
  return field.notes === undefined ? [] : kindsIn(field.notes).filter((kind) => !isOwn(field, kind));
}

/** Notes with any of these kinds. */
export function notesWith(notes: InventoryNotes, kinds: readonly NoteKind[]): number {
  return notes.found
    .filter((together) => together.kinds.some((kind) => kinds.includes(kind)))
    .reduce((sum, together) => sum + together.notes, 0);
}

/** Where a person finds them: all of them if the scan was asked to keep all. */
export function recordsWith(notes: InventoryNotes, kinds: readonly NoteKind[]): readonly string[] {
  return notes.sample
    .filter((reference) => reference.kinds.some((kind) => kinds.includes(kind)))
    .map(({ record }) => record);
}

function kindsIn({ found }: InventoryNotes): readonly NoteKind[] {
  const there = new Set(found.flatMap(({ kinds }) => kinds));
  return noteKinds.filter((kind) => there.has(kind));
}

/** An address in a column of addresses: the column itself is judged for that. */
function isOwn(field: InventoryField, kind: NoteKind): boolean {
  if (!isPersonal(field)) return false;
  const { category } = knownKind(kind);
  return covers(field.category, category) || isBelow(category, field.category);
}

function isBelow(category: FieldCategory, field: FieldCategory): boolean {
  return category !== 'none' && covers(category, field);
}
