import type { Judgement } from './combine.js';

/**
 * How sure a verdict is, 0 to 1: what it rests on, and whether the trained model says the same. The numbers are
 * shares of right answers on fields that the classifier of the time had not been tuned on: the sixth set at version
 * 10, and four thousand fields at version 8 (test/bench/labelled/README.md).
 */
export function confidenceOf(judgement: Judgement): number {
  const { label, name, basis, object, fit } = judgement;
  const isPersonal = judgement.category !== 'none';
  let confidence = TABLE[basis][voiceOf(judgement)];
  const deciding = label.words.length > 0 ? label : name;
  if (deciding.explained < 0.6) confidence -= 0.12;
  else if (deciding.explained < 0.99) confidence -= isPersonal ? 0.1 : 0.04;
  const differ = label.words.length > 0 && name.words.length > 0 && label.category !== name.category;
  if (differ && fit !== 1) confidence -= 0.06;
  if (object !== 'person' && isPersonal && fit !== 1) confidence -= object === 'unknown' ? 0.06 : 0.12;
  if (object === 'unknown' && basis === 'process-words') confidence -= 0.06;
  if (object === 'person' && basis === 'overruled') confidence -= 0.1;
  return Math.round(Math.min(0.99, Math.max(0.05, confidence)) * 100) / 100;
}

/** How the model's guess stands to the verdict: surely, rather or just the same, both personal, or the opposite. */
type Voice = 'sure' | 'same' | 'justSame' | 'near' | 'other';

const VERY_SURE_STEPS = 160;
const SURE_STEPS = 60;

function voiceOf({ guess, category }: Judgement): Voice {
  if (guess === undefined) return 'near';
  if (guess.category === category) {
    if (guess.margin >= VERY_SURE_STEPS) return 'sure';
    return guess.margin >= SURE_STEPS ? 'same' : 'justSame';
  }
  if (guess.category !== 'none' && category !== 'none') return 'near';
  return guess.margin >= SURE_STEPS ? 'other' : 'near';
}

const TABLE: Readonly<Record<Judgement['basis'], Readonly<Record<Voice, number>>>> = {
  'words-and-values': { sure: 0.99, same: 0.98, justSame: 0.97, near: 0.95, other: 0.92 },
  words: { sure: 0.96, same: 0.88, justSame: 0.86, near: 0.76, other: 0.7 },
  'weak-words': { sure: 0.75, same: 0.68, justSame: 0.64, near: 0.56, other: 0.46 },
  values: { sure: 0.9, same: 0.85, justSame: 0.8, near: 0.75, other: 0.7 },
  'values-over-words': { sure: 0.85, same: 0.8, justSame: 0.75, near: 0.7, other: 0.65 },
  'process-words': { sure: 0.96, same: 0.88, justSame: 0.84, near: 0.7, other: 0.48 },
  overruled: { sure: 0.9, same: 0.86, justSame: 0.74, near: 0.62, other: 0.55 },
  object: { sure: 0.94, same: 0.88, justSame: 0.8, near: 0.84, other: 0.8 },
  misfit: { sure: 0.8, same: 0.75, justSame: 0.65, near: 0.6, other: 0.55 },
  'word-parts': { sure: 0.49, same: 0.47, justSame: 0.44, near: 0.4, other: 0.38 },
  'patient-table': { sure: 0.48, same: 0.48, justSame: 0.46, near: 0.45, other: 0.4 },
  'nothing-known': { sure: 0.8, same: 0.68, justSame: 0.55, near: 0.42, other: 0.42 },
};
