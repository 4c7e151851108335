import { titleOf } from '#connectors/contract/category.js';
import type { FieldEvidence } from '../classifier.js';
import type { Judgement } from './combine.js';

const LONGEST_QUOTE = 60;

/** One sentence for a person: what decided. Quotes the field's name or label, never a value. */
export function sentenceOf(judgement: Judgement, evidence: FieldEvidence): string {
  const where = quoted(evidence);
  const sentences: Readonly<Record<Judgement['basis'], string>> = {
    'words-and-values': `${where} says ${words(judgement)}, and the values look like it.`,
    words: `${where} says ${words(judgement)}.`,
    'weak-words': `${where} says ${words(judgement)}, a word that can mean something else.`,
    values: `The name says little, but most values look like ${judgement.because}.`,
    'values-over-words': `Most values look like ${judgement.because}, whatever the name says.`,
    'process-words': `${where} is about how you work ("${judgement.because}"), not about a person.`,
    overruled: `${where} sounds personal, but the word "${judgement.because}" makes it a fact about your work.`,
    object: `${where} stands on ${OBJECT_WORDS[judgement.because] ?? 'something that is not a person'}, so it is not about a person.`,
    'word-parts': `${where} has words like "${judgement.because}", as fields about ${titleOf(judgement.category).toLowerCase()} often do.`,
    'patient-table': `${where} is in a table of patients, and nothing says that it is not about their health.`,
    misfit: `${where} sounds personal, but the type or the values do not fit.`,
    'nothing-known': 'Neither the name, the label nor the values say that this is about a person.',
  };
  return sentences[judgement.basis];
}

function words(judgement: Judgement): string {
  return `"${judgement.because}": ${titleOf(judgement.category).toLowerCase()}`;
}

function quoted(evidence: FieldEvidence): string {
  const label = clean(evidence.label);
  return label === '' ? `The name "${clean(evidence.name)}"` : `The label "${label}"`;
}

function clean(text: string): string {
  const bare = text
    .slice(0, 400)
    .replaceAll(/[\p{Cc}\p{Cf}"]+/gu, ' ')
    .trim();
  return bare.length > LONGEST_QUOTE ? `${bare.slice(0, LONGEST_QUOTE)}…` : bare;
}

const OBJECT_WORDS: Readonly<Record<string, string>> = {
  settings: 'a settings page',
  organisation: 'an organisation',
  document: 'a sale or a document',
  process: 'a piece of your own work',
  product: 'a product',
  staff: 'your own staff list',
};
