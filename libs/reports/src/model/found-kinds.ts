import type { FieldCategory } from '#connectors/contract/category.js';
import { fieldFreeText } from '#rules/catalog/field/field-free-text.js';
import { holdsPersonalData, idOf, pathOf } from '#rules/catalog/field/field-group.js';
import { fieldNew } from '#rules/catalog/field/field-new.js';
import { fieldSensitive } from '#rules/catalog/field/field-sensitive.js';
import { fieldUndeclared } from '#rules/catalog/field/field-undeclared.js';
import { fieldUnused } from '#rules/catalog/field/field-unused.js';
import { fieldWrongSystem } from '#rules/catalog/field/field-wrong-system.js';
import { kindsInside, notesWith } from '#rules/catalog/field/text-verdict.js';
import { purposeMismatch } from '#rules/catalog/purpose/purpose-mismatch.js';
import type { Evidence, Rule, Violation } from '#rules/engine/rule.js';
import type { Inventory, InventoryField, NoteKind } from '#rules/engine/inventory.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import { isDeclaredIn } from '#rules/policy/coverage.js';
import { knownKind, mayStandInNotes } from '#rules/policy/note-kinds.js';
import type { Policy } from '#rules/policy/policy.js';
import type { BrokenRule } from './broken-rule.js';

/** A field that holds a kind of data. */
export interface DataMapField extends Pick<
  InventoryField,
  'object' | 'list' | 'name' | 'label' | 'custom' | 'filled' | 'records'
> {
  /** False where a closed list of the policy names other fields only (E4), too. */
  readonly declared: boolean;
  /** It stands inside its notes; then `filled` and `records` count notes. */
  readonly inNotes: boolean;
  readonly breaks: readonly BrokenRule[];
}

/** A kind of data in a field, or inside its notes. */
export interface FoundKind {
  readonly category: FieldCategory;
  readonly system: string;
  readonly field: DataMapField;
  /** What breaks a rule if anything does: of a column of notes those with what does not belong there, else the records with a value. */
  readonly filled: number;
  readonly records: number;
}

/** Whatever speaks of a field that is there, the gravest first. `field.missing` speaks of one that is not. */
export const FIELD_RULES: readonly Rule[] = [
  fieldSensitive,
  fieldWrongSystem,
  fieldUndeclared,
  fieldFreeText,
  purposeMismatch,
  fieldUnused,
  fieldNew,
];

interface Broken {
  readonly rule: RuleId;
  readonly violation: Violation;
}

/** Everything that was found, in the order of the systems, beside the rules that it breaks. */
export function foundKindsOf(
  inventory: Inventory,
  policy: Policy | null,
  baseline: Inventory | null,
): readonly FoundKind[] {
  const broken = policy === null ? [] : brokenRules({ policy, inventory, baseline });
  return inventory.systems.flatMap(({ system, fields }) => {
    const here = broken.filter(({ violation }) => violation.system === system);
    return fields.flatMap((field) => {
      const breaks = here.filter(({ violation }) => isAbout(violation, field));
      const itself = holdsPersonalData(field) ? [inItself(system, field, breaks, policy)] : [];
      return [...itself, ...inNotes(system, field, breaks, policy)];
    });
  });
}

function brokenRules(input: Parameters<Rule['evaluate']>[0]): readonly Broken[] {
  return FIELD_RULES.flatMap((rule) =>
    [...rule.evaluate(input)].map((violation) => ({ rule: rule.id, violation })),
  );
}

/** One custom field, some of a vendor's own fields of a category, or all that a file holds (E6, E7). */
function isAbout({ objectType, objectId, evidence }: Violation, field: InventoryField): boolean {
  if (objectType === 'file') return objectId === field.object;
  if (objectType === 'field') return objectId === idOf(field);
  return objectId === field.category && namesIn(evidence, 'fields').includes(pathOf(field));
}

function inItself(
  system: string,
  field: InventoryField,
  breaks: readonly Broken[],
  policy: Policy | null,
): FoundKind {
  const { category, name, label, filled, records } = field;
  const declared = policy !== null && isDeclaredIn(policy, system, category, [name, label]) === 'declared';
  const [first] = breaks;
  const isOnlyInside = breaks.length === 1 && first?.rule === 'field.free-text';
  return {
    category,
    system,
    field: { ...shown(field), filled, records, declared, inNotes: false, breaks: breaks.map(asBroken) },
    ...(isOnlyInside ? countsOf(first.violation.evidence) : { filled, records }),
  };
}

/** Each kind that was found inside a column of notes, beside what the column itself holds (E29). */
function inNotes(
  system: string,
  field: InventoryField,
  breaks: readonly Broken[],
  policy: Policy | null,
): readonly FoundKind[] {
  const { notes } = field;
  if (notes === undefined) return [];
  const byCategory = Map.groupBy(kindsInside(field), (kind) => knownKind(kind).category);
  return [...byCategory].map(([category, kinds]) => {
    const wrong = kinds.filter((kind) => policy === null || !mayStandInNotes(policy, system, field, kind));
    const declared = wrong.length === 0;
    const counted = { filled: notesWith(notes, declared ? kinds : wrong), records: notes.read };
    const broken = declared ? [] : breaks.filter((one) => speaksOf(one, wrong)).map(asBroken);
    return {
      category,
      system,
      field: { ...shown(field), ...counted, declared, inNotes: true, breaks: broken },
      ...counted,
    };
  });
}

/** The notes are named by `field.free-text`, or with the whole column or file that holds what is graver. */
function speaksOf({ rule, violation }: Broken, kinds: readonly NoteKind[]): boolean {
  if (rule === 'field.free-text')
    return kinds.some((kind) => namesIn(violation.evidence, 'kinds').includes(kind));
  return rule === 'field.sensitive' || violation.objectType === 'file';
}

function shown({
  object,
  list,
  name,
  label,
  custom,
}: InventoryField): Pick<DataMapField, 'object' | 'list' | 'name' | 'label' | 'custom'> {
  return { object, list, name, label, custom };
}

function asBroken({ rule, violation: { system, subject } }: Broken): BrokenRule {
  return { rule, system, subject };
}

function countsOf({ count, of }: Evidence): { readonly filled: number; readonly records: number } {
  return { filled: Number(count), records: Number(of) };
}

function namesIn(evidence: Evidence, name: string): readonly string[] {
  const names = evidence[name];
  return Array.isArray(names) ? (names as readonly string[]) : [];
}
