import type { Judgement } from './combine.js';

/**
 * How sure a verdict is, 0 to 1: what it rests on, and whether the trained model says the same. The numbers are
 * shares of right answers measured on labelled fields (`npm run bench:accuracy`), rounded down.
 */
export function confidenceOf(judgement: Judgement): number {
  const voice = voiceOf(judgement);
  let confidence = TABLE[judgement.basis][voice];
  const { label, name } = judgement;
  const deciding = label.words.length > 0 ? label : name;
  if (deciding.explained < 0.6) confidence -= 0.12;
  else if (deciding.explained < 0.99) confidence -= 0.04;
  const differ = label.words.length > 0 && name.words.length > 0 && label.category !== name.category;
  if (differ && judgement.fit !== 1) confidence -= 0.06;
  if (judgement.object === 'unknown' && judgement.category !== 'none' && judgement.fit !== 1)
    confidence -= 0.03;
  return Math.round(Math.min(0.99, Math.max(0.05, confidence)) * 100) / 100;
}

/** How the model's guess stands to the verdict: surely or just the same, both personal, or the opposite. */
type Voice = 'same' | 'justSame' | 'near' | 'other';

const SURE_STEPS = 60;

function voiceOf({ guess, category }: Judgement): Voice {
  if (guess === undefined) return 'near';
  if (guess.category === category) return guess.margin >= SURE_STEPS ? 'same' : 'justSame';
  if (guess.category !== 'none' && category !== 'none') return 'near';
  return guess.margin >= SURE_STEPS ? 'other' : 'near';
}

const TABLE: Readonly<Record<Judgement['basis'], Readonly<Record<Voice, number>>>> = {
  'words-and-values': { same: 0.99, justSame: 0.97, near: 0.95, other: 0.92 },
  words: { same: 0.97, justSame: 0.89, near: 0.84, other: 0.8 },
  'weak-words': { same: 0.84, justSame: 0.75, near: 0.62, other: 0.55 },
  values: { same: 0.9, justSame: 0.85, near: 0.75, other: 0.7 },
  'values-over-words': { same: 0.85, justSame: 0.8, near: 0.7, other: 0.7 },
  'process-words': { same: 0.97, justSame: 0.88, near: 0.84, other: 0.78 },
  overruled: { same: 0.94, justSame: 0.9, near: 0.8, other: 0.76 },
  object: { same: 0.94, justSame: 0.9, near: 0.84, other: 0.84 },
  misfit: { same: 0.88, justSame: 0.8, near: 0.65, other: 0.65 },
  'word-parts': { same: 0.6, justSame: 0.5, near: 0.4, other: 0.4 },
  'patient-table': { same: 0.48, justSame: 0.46, near: 0.45, other: 0.4 },
  'nothing-known': { same: 0.86, justSame: 0.7, near: 0.48, other: 0.45 },
};
