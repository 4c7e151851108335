import type { Category } from '#connectors/contract/category.js';
import type { InventoryField, SystemInventory } from '../../engine/inventory.js';
import type { Violation } from '../../engine/rule.js';
import { fieldResources } from '../reading.js';
import { counted, inFigures, listed, sortedOnce } from '../wording.js';

/** A field that holds a kind of personal data. */
export type PersonalField = InventoryField & { readonly category: Category };

/** What makes one finding (E6): one custom field, or a vendor's own fields of one category in one system. */
export interface FieldGroup {
  readonly system: SystemInventory;
  readonly category: Category;
  readonly fields: readonly PersonalField[];
}

/** Below this the category is a question to the owner, not a finding. */
export const SURE_ENOUGH = 0.5;

export function isPersonal(field: InventoryField): field is PersonalField {
  return field.category !== 'none' && field.confidence >= SURE_ENOUGH;
}

/** Only what somebody filled in can have left the policy (E5). */
export function holdsPersonalData(field: InventoryField): field is PersonalField {
  return isPersonal(field) && field.filled > 0;
}

/** Custom fields one by one, a vendor's own fields by category (E6). */
export function groupedForFindings(
  system: SystemInventory,
  fields: readonly PersonalField[],
): readonly FieldGroup[] {
  const groups = Map.groupBy(fields, (field) =>
    field.custom ? JSON.stringify([field.list, field.object, field.name]) : field.category,
  );
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    return first ? [{ system, category: first.category, fields: inOrder(members) }] : [];
  });
}

/** Everything of a finding about fields but its words; `custom` fields are known by name, others by category. */
export function aboutFields({
  system,
  category,
  fields,
}: FieldGroup): Omit<Violation, 'title' | 'message' | 'remedy'> {
  const [field] = fields;
  const isOneCustom = field !== undefined && fields.length === 1 && field.custom;
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    ...(isOneCustom
      ? { objectType: 'field', ...idsOf(field), subject: pathOf(field) }
      : { objectType: 'category', objectId: category, subject: category }),
    readFrom: fieldResources(system, fields),
    evidence: {
      fields: sortedOnce(fields.map(pathOf)),
      labels: shownAs(fields),
      category,
      ...(fields.length === 1 && field ? { why: field.reason } : {}),
      ...countsOf(fields),
    },
    content: isOneCustom ? { category, type: field.type } : { category },
  };
}

/**
 * Records with a value in any of the fields, of all records of their objects (E30). The inventory counts each field
 * alone, so of several fields of one object the fullest one stands for all: no fewer records can be meant.
 */
export function countsOf(fields: readonly InventoryField[]): { readonly count: number; readonly of: number } {
  const objects = Map.groupBy(fields, ({ object, list }) => JSON.stringify([object, list]));
  let count = 0;
  let of = 0;
  for (const members of objects.values()) {
    count += Math.max(...members.map(({ filled }) => filled));
    of += Math.max(...members.map(({ records }) => records));
  }
  return { count, of };
}

/** "40 of 100 records have a value in "Birthday"."; of several fields of one object only a lower bound is known. */
export function valuesIn(fields: readonly InventoryField[]): string {
  const { count, of } = countsOf(fields);
  const atLeast = fields.length > 1 ? 'At least ' : '';
  const have = count === 1 ? 'has' : 'have';
  return `${atLeast}${inFigures(count)} of ${counted(of, 'record')} ${have} a value in ${listed(labelsOf(fields), 'or')}.`;
}

/** As a person knows the fields: `"Birthday"`, by their labels where they have one. */
export function labelsOf(fields: readonly InventoryField[]): readonly string[] {
  return shownAs(fields).map((label) => `"${label}"`);
}

/** As the tool's own screens show the fields, by which a person finds them there. */
export function shownAs(fields: readonly InventoryField[]): readonly string[] {
  return sortedOnce(fields.map(({ label, name }) => (label === '' ? name : label)));
}

/** Nobody can remove what Mailchimp guesses of everybody's place; a step that can not be taken helps nobody. */
export function whereNotRemovable(fields: readonly InventoryField[]): string {
  if (fields.every(({ custom }) => custom)) return '';
  return ' What the tool fills by itself can often not be removed: declare it.';
}

/** `contact.birthday`, as a finding is about it (E30). */
export function pathOf({ object, name }: InventoryField): string {
  return `${object}.${name}`;
}

/** What identifies a field in its account, with its list where there are several (law 4). */
export function idOf(field: InventoryField): string {
  return field.list === null ? pathOf(field) : `${field.list}/${pathOf(field)}`;
}

/** Its id, and the one it has in exports where these name fields by their labels (E20). */
export function idsOf(field: InventoryField): Pick<Violation, 'objectId' | 'objectIdInExports'> {
  const objectId = idOf(field);
  const name = field.label.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  const objectIdInExports = idOf({ ...field, name });
  return name === '' || objectIdInExports === objectId ? { objectId } : { objectId, objectIdInExports };
}

function inOrder(fields: readonly PersonalField[]): readonly PersonalField[] {
  return [...fields].toSorted((left, right) => (idOf(left) < idOf(right) ? -1 : 1));
}
