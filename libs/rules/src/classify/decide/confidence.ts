import type { Judgement } from './combine.js';

/** How sure a verdict is, 0 to 1, by what it rests on; measured against labelled fields by `npm run bench:accuracy`. */
export function confidenceOf(judgement: Judgement): number {
  const base = BASE[judgement.basis];
  const agreed =
    judgement.label.category === judgement.name.category &&
    judgement.label.words.length > 0 &&
    judgement.name.words.length > 0;
  const deciding = judgement.label.words.length > 0 ? judgement.label : judgement.name;
  let confidence = base;
  if (agreed) confidence += 0.05;
  if (deciding.explained < 0.6) confidence -= 0.15;
  if (judgement.object === 'unknown' && judgement.category !== 'none') confidence -= 0.05;
  if (judgement.object === 'person' && judgement.basis === 'words') confidence += 0.02;
  return Math.round(Math.min(0.99, Math.max(0.05, confidence)) * 100) / 100;
}

const BASE: Readonly<Record<Judgement['basis'], number>> = {
  'words-and-values': 0.95,
  words: 0.9,
  'weak-words': 0.7,
  values: 0.75,
  'values-over-words': 0.6,
  'process-words': 0.9,
  overruled: 0.85,
  object: 0.85,
  misfit: 0.6,
  'word-parts': 0.55,
  'nothing-known': 0.6,
};
