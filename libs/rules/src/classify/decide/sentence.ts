import { titleOf } from '#connectors/contract/category.js';
import type { FieldEvidence } from '../classifier.js';
import type { Judgement } from './combine.js';

const LONGEST_QUOTE = 60;

/** One sentence for a person: what decided. Quotes the field's name or label, never a value. */
export function sentenceOf(judgement: Judgement, evidence: FieldEvidence): string {
  const where = quoted(evidence);
  switch (judgement.basis) {
    case 'words-and-values':
      return `${where} says ${words(judgement)}, and the values look like it.`;
    case 'words':
      return `${where} says ${words(judgement)}.`;
    case 'weak-words':
      return `${where} says ${words(judgement)}, a word that can mean something else.`;
    case 'values':
      return `The name says little, but most values look like ${judgement.because}.`;
    case 'values-over-words':
      return `Most values look like ${judgement.because}, whatever the name says.`;
    case 'process-words':
      return `${where} is about how you work ("${judgement.because}"), not about a person.`;
    case 'overruled':
      return `${where} sounds personal, but the word "${judgement.because}" makes it a fact about your work.`;
    case 'object':
      return `${where} stands on ${OBJECT_WORDS[judgement.because] ?? 'something that is not a person'}, so it is not about a person.`;
    case 'misfit':
      return `${where} sounds personal, but the type or the values do not fit.`;
    case 'nothing-known':
      return 'Neither the name, the label nor the values say that this is about a person.';
  }
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
