import type { FieldCategory } from '#connectors/contract/category.js';
import { FEATURE_COUNT, wordFeatures } from './word-features.js';
import { MODEL_CATEGORIES, MODEL_WEIGHTS } from './weights.js';

/** What the trained model makes of the words of a field. */
export interface ModelGuess {
  readonly category: FieldCategory;
  /** How far the guess is ahead of the next best, in whole steps of the model; 0 is a tie. */
  readonly margin: number;
  /** How far the guess is ahead of "nothing personal"; 0 where the guess is that. */
  readonly aheadOfNone: number;
  /** The word that spoke most for the guess. */
  readonly because: string;
}

/** Guesses what a field holds from its name and label; undefined where they hold no word. */
export type WordGuesser = (name: string, label: string) => ModelGuess | undefined;

/**
 * Guesses by words and parts of words, for names that the lexicon does not hold. Whole-number arithmetic on
 * weights trained by `npm run train:classifier`: the same on every machine.
 */
export const guessByWords: WordGuesser = wordGuesser(MODEL_CATEGORIES, decoded(MODEL_WEIGHTS));

/** A guesser with other weights: a row of FEATURE_COUNT signed bytes per category. */
export function wordGuesser(categories: readonly FieldCategory[], weights: Int8Array): WordGuesser {
  return (name, label) => guess(categories, weights, name, label);
}

function guess(
  categories: readonly FieldCategory[],
  weights: Int8Array,
  name: string,
  label: string,
): ModelGuess | undefined {
  const features = wordFeatures([name, label]);
  if (features.length === 0) return undefined;
  const scores = categories.map((_category, row) =>
    features.reduce((sum, { place }) => sum + weightAt(weights, row, place), 0),
  );
  const best = indexOfHighest(scores, -1);
  const second = indexOfHighest(scores, best);
  const none = categories.indexOf('none');
  const category = categories[best];
  if (category === undefined) return undefined;
  return {
    category,
    margin: (scores[best] ?? 0) - (scores[second] ?? 0),
    aheadOfNone: best === none ? 0 : (scores[best] ?? 0) - (scores[none] ?? 0),
    because: strongestWord(weights, best, features),
  };
}

function strongestWord(
  weights: Int8Array,
  row: number,
  features: readonly { place: number; word: string }[],
): string {
  const sums = new Map<string, number>();
  for (const { place, word } of features)
    sums.set(word, (sums.get(word) ?? 0) + weightAt(weights, row, place));
  return [...sums].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}

function weightAt(weights: Int8Array, row: number, place: number): number {
  return weights[row * FEATURE_COUNT + place] ?? 0;
}

function indexOfHighest(scores: readonly number[], except: number): number {
  let best = -1;
  for (const [index, score] of scores.entries()) {
    if (index !== except && (best === -1 || score > (scores[best] ?? 0))) best = index;
  }
  return best;
}

/** Signed bytes from base64, without Buffer, so that a browser can do it too. */
function decoded(base64: string): Int8Array {
  const bytes = atob(base64);
  const values = new Int8Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) values[index] = bytes.charCodeAt(index);
  return values;
}
