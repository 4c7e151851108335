import { sensitivityOf } from '#connectors/contract/category.js';
import type { FieldClassifier } from './classifier.js';
import { combine } from './decide/combine.js';
import { confidenceOf } from './decide/confidence.js';
import { sentenceOf } from './decide/sentence.js';
import { guessByWords, type WordGuesser } from './model/field-model.js';

/**
 * Judges one field by its name, label, object, type, options and values. Pure and bounded: it reads the first
 * 200 characters of a name or label and the first 300 of at most 60 values, and no value leaves it.
 */
export const classifyField: FieldClassifier = fieldClassifier(guessByWords);

/** A classifier with another model for the words that the lexicon does not hold. */
export function fieldClassifier(guesser: WordGuesser): FieldClassifier {
  return (evidence) => {
    const judgement = combine(evidence, guesser);
    return {
      category: judgement.category,
      sensitivity: sensitivityOf(judgement.category),
      confidence: confidenceOf(judgement),
      reason: sentenceOf(judgement, evidence),
    };
  };
}
