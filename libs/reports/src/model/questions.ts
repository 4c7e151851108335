import { type FieldCategory, titleOf } from '#connectors/contract/category.js';
import { type Inventory, UNCLAIMED } from '#rules/engine/inventory.js';

/** A field the machine is not sure about: only the owner can say what it holds. */
export interface Question {
  readonly system: string;
  readonly object: string;
  readonly field: string;
  /** As the tool shows it. */
  readonly label: string;
  readonly category: FieldCategory;
  /** "Date of birth" */
  readonly guess: string;
  readonly reason: string;
  readonly filled: number;
  readonly records: number;
}

/** Below this a verdict is a question, not a finding. */
const SURE_ENOUGH = 0.5;

/** Filled fields with an unsure verdict, those that concern the most records first. Unclaimed files are one finding each (E26). */
export function questionsOf({ systems }: Inventory): readonly Question[] {
  return systems
    .filter(({ system }) => system !== UNCLAIMED)
    .flatMap(({ system, fields }) =>
      fields
        .filter(
          ({ category, confidence, filled }) => category !== 'none' && confidence < SURE_ENOUGH && filled > 0,
        )
        .map((field): Question => ({
          system,
          object: field.object,
          field: field.name,
          label: field.label === '' ? field.name : field.label,
          category: field.category,
          guess: titleOf(field.category),
          reason: field.reason,
          filled: field.filled,
          records: field.records,
        })),
    )
    .toSorted((one, other) => other.filled - one.filled || (nameOf(one) < nameOf(other) ? -1 : 1));
}

function nameOf({ system, object, field }: Question): string {
  return JSON.stringify([system, object, field]);
}
