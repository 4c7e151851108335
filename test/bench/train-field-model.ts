import type { FieldCategory } from '#connectors/contract/category.js';
import { CONTACT_WORDS } from '#rules/classify/lexicon/contact-words.js';
import { PERSON_WORDS } from '#rules/classify/lexicon/person-words.js';
import { PROCESS_WORDS } from '#rules/classify/lexicon/process-words.js';
import { RECORD_WORDS } from '#rules/classify/lexicon/record-words.js';
import { WORK_STEMS } from '#rules/classify/lexicon/work-stems.js';
import { FEATURE_COUNT, wordFeatures } from '#rules/classify/model/word-features.js';
import { CONCEPT_CATEGORY, FORGIVES, KILLING_ROLES } from '#rules/classify/reading/concept-table.js';
import type { Concept, Role } from '#rules/classify/reading/lexicon.js';
import type { LabelledField } from './field-set.js';
import { seeded } from './seeded.js';

export interface TrainedModel {
  readonly categories: readonly FieldCategory[];
  /** One row of FEATURE_COUNT signed bytes per category. */
  readonly weights: Int8Array;
}

interface Example {
  readonly places: readonly number[];
  readonly answer: number;
  readonly share: number;
}

const ROUNDS = 8;
const FIRST_STEP = 0.15;
const ROLES_OF_OUR_WORK = [
  'nothing',
  'count',
  'status',
  'switch',
  'sent',
  'changed',
  'config',
  'date',
  'expiry',
  'type',
  'money',
] as const;

/** Softmax regression by plain gradient steps in a fixed order; rounded to bytes, so that it is small and repeatable. */
export function trainFieldModel(fields: readonly LabelledField[]): TrainedModel {
  const texts = [
    ...lexiconTexts(),
    ...composedTexts(),
    ...fields.map(({ name, label, category }) => ({ texts: [name, label], category, share: 1 })),
  ];
  const categories = [...new Set(texts.map(({ category }) => category))].toSorted();
  const examples = texts
    .map(({ texts: words, category, share }) => ({
      places: wordFeatures(words).map(({ place }) => place),
      answer: categories.indexOf(category),
      share,
    }))
    .filter(({ places }) => places.length > 0);
  const weights = new Float64Array(FEATURE_COUNT * categories.length);
  const random = seeded('field-model');
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(examples, random);
    for (const example of examples) step(weights, categories.length, example, FIRST_STEP / (1 + round * 0.4));
  }
  return { categories, weights: toBytes(weights) };
}

function step(weights: Float64Array, rows: number, { places, answer, share }: Example, size: number): void {
  const chances = softmax(
    Array.from({ length: rows }, (_unused, row) =>
      places.reduce((sum, place) => sum + (weights[row * FEATURE_COUNT + place] ?? 0), 0),
    ),
  );
  const scale = (size * share) / Math.sqrt(places.length);
  for (const [row, chance] of chances.entries()) {
    const pull = (chance - (row === answer ? 1 : 0)) * scale;
    if (Math.abs(pull) < 1e-4) continue;
    for (const place of places)
      weights[row * FEATURE_COUNT + place] = (weights[row * FEATURE_COUNT + place] ?? 0) - pull;
  }
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}

function toBytes(weights: Float64Array): Int8Array {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = 127 / Math.min(largest, 2.5);
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * scale))));
}

interface Text {
  readonly texts: string[];
  readonly category: FieldCategory;
  readonly share: number;
}

/**
 * Every third phrase once beside a word that leaves it what it is ("home phone") and once beside one that takes it
 * back ("phone status"): so that the model learns how names are put together, in all languages at once.
 */
function* composedTexts(): Generator<Text> {
  const random = seeded('composed-names');
  const neutral = PROCESS_WORDS.neutral.split(',').map((word) => word.trim());
  const roles = [...KILLING_ROLES].filter((role) => role !== 'nothing' && role !== 'id');
  for (const [concept, list] of Object.entries({ ...PERSON_WORDS, ...CONTACT_WORDS, ...RECORD_WORDS })) {
    for (const [index, phrase] of list.split(',').entries()) {
      if (index % 3 !== 0 || phrase.trim().endsWith('?')) continue;
      const bare = phrase.trim();
      yield {
        texts: [`${pickOne(neutral, random)} ${bare}`],
        category: CONCEPT_CATEGORY[concept as Concept],
        share: 0.6,
      };
      const role = pickOne(roles, random);
      if (FORGIVES[concept as Concept]?.includes(role) === true) continue;
      yield { texts: [`${bare} ${wordOf(role, random)}`], category: 'none', share: 0.6 };
    }
  }
  for (const word of [...neutral, ...Object.values(WORK_STEMS).flatMap((list) => list.split(/\s+/))])
    if (word !== '') yield { texts: [word], category: 'none', share: 0.6 };
}

function wordOf(role: Role, random: () => number): string {
  return pickOne(PROCESS_WORDS[role].split(','), random).replace('?', '').trim();
}

function pickOne<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

function* lexiconTexts(): Generator<Text> {
  for (const [concept, list] of Object.entries({ ...PERSON_WORDS, ...CONTACT_WORDS, ...RECORD_WORDS })) {
    for (const phrase of list.split(',')) {
      const weak = phrase.trim().endsWith('?');
      yield {
        texts: [phrase.replace('?', '').trim()],
        category: CONCEPT_CATEGORY[concept as keyof typeof CONCEPT_CATEGORY],
        share: weak ? 0.3 : 1,
      };
    }
  }
  for (const role of ROLES_OF_OUR_WORK) {
    for (const phrase of PROCESS_WORDS[role].split(','))
      yield { texts: [phrase.replace('?', '').trim()], category: 'none', share: 1 };
  }
}

function shuffle(examples: Example[], random: () => number): void {
  for (let index = examples.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [one, two] = [examples[index], examples[other]];
    if (one !== undefined && two !== undefined) [examples[index], examples[other]] = [two, one];
  }
}
