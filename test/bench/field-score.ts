import { sensitivityOf, type FieldCategory } from '#connectors/contract/category.js';
import type { LabelledField } from './field-set.js';

/** One field with its answer and ours. */
export interface Answered {
  readonly field: LabelledField;
  readonly category: FieldCategory;
  readonly confidence: number;
}

/** The figures of the labelling guide, over clear-cut fields unless they say otherwise; 0 to 1. */
export interface FieldScore {
  readonly fields: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly exact: number;
  /** Over all fields, also the boundary ones: right, or an answer a careful reviewer could defend. */
  readonly lenient: number;
  readonly sensitiveRecall: number;
  readonly sensitiveFields: number;
}

export function scoreFields(answers: readonly Answered[]): FieldScore {
  const clear = answers.filter(({ field }) => !field.isBoundary);
  const isPersonal = ({ field }: Answered): boolean => field.category !== 'none';
  const saysPersonal = ({ category }: Answered): boolean => category !== 'none';
  const found = clear.filter((answer) => isPersonal(answer) && saysPersonal(answer)).length;
  const precision = share(found, clear.filter((answer) => saysPersonal(answer)).length);
  const recall = share(found, clear.filter((answer) => isPersonal(answer)).length);
  const sensitive = clear.filter(({ field }) => sensitivityOf(field.category) === 'sensitive');
  return {
    fields: answers.length,
    precision,
    recall,
    f1: precision + recall === 0 ? 1 : (2 * precision * recall) / (precision + recall),
    exact: share(clear.filter((answer) => isRight(answer)).length, clear.length),
    lenient: share(answers.filter((answer) => isDefensible(answer)).length, answers.length),
    sensitiveRecall: share(
      sensitive.filter(({ category }) => sensitivityOf(category) === 'sensitive').length,
      sensitive.length,
    ),
    sensitiveFields: sensitive.length,
  };
}

/** Right answers by confidence band: what is given at 0.9 or more should be right in 97 % of cases. */
export function calibrationOf(
  answers: readonly Answered[],
): { band: string; fields: number; right: number; defensible: number }[] {
  return BANDS.map(([band, from, to]) => {
    const inBand = answers.filter(({ confidence }) => confidence >= from && confidence < to);
    return {
      band,
      fields: inBand.length,
      right: share(inBand.filter((answer) => isRight(answer)).length, inBand.length),
      defensible: share(inBand.filter((answer) => isDefensible(answer)).length, inBand.length),
    };
  });
}

/** The most frequent wrong answers among clear-cut fields, as "gold > ours". */
export function confusionsOf(answers: readonly Answered[], most: number): { what: string; times: number }[] {
  const counts = new Map<string, number>();
  for (const answer of answers) {
    if (answer.field.isBoundary || isDefensible(answer)) continue;
    const what = `${answer.field.category} > ${answer.category}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts]
    .map(([what, times]) => ({ what, times }))
    .toSorted((one, other) => other.times - one.times || (one.what < other.what ? -1 : 1))
    .slice(0, most);
}

const BANDS = [
  ['0.9 to 1', 0.9, 1.01],
  ['0.75 to 0.9', 0.75, 0.9],
  ['0.5 to 0.75', 0.5, 0.75],
  ['below 0.5', 0, 0.5],
] as const;

function isRight({ field, category }: Answered): boolean {
  return category === field.category;
}

function isDefensible({ field, category }: Answered): boolean {
  return category === field.category || field.alsoRight.includes(category);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
