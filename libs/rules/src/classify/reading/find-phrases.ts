import { toKnownWords } from './known-words.js';
import { conceptOfStem, roleOfStem } from './stems.js';
import { longestPhraseLength, meaningOf, type Meaning } from './lexicon.js';

/** A stretch of words that means one thing, or one word that means nothing to us. */
export interface Phrase {
  readonly words: string;
  readonly meaning: Meaning | undefined;
}

/** Cuts words into the phrases that leave the fewest words unexplained, long phrases first. */
export function findPhrases(rawWords: readonly string[]): Phrase[] {
  const words = toKnownWords(rawWords).slice(0, 32);
  const best: ({ cost: number; from: number } | undefined)[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end += 1) {
    for (let start = Math.max(0, end - longestPhraseLength()); start < end; start += 1) {
      const before = best[start];
      if (before === undefined) continue;
      const meaning = meaningOf(words.slice(start, end).join(' '));
      if (meaning === undefined && end - start > 1) continue;
      const cost = before.cost + costOf(meaning, words[start] ?? '');
      const known = best[end];
      if (known === undefined || cost < known.cost) best[end] = { cost, from: start };
    }
  }
  return trace(words, best);
}

function stemMeaning(text: string): Meaning | undefined {
  if (text.includes(' ')) return undefined;
  const concept = conceptOfStem(text);
  if (concept !== undefined) return { concept, weak: false };
  const role = roleOfStem(text);
  return role === undefined ? undefined : { role, weak: false };
}

function costOf(meaning: Meaning | undefined, word: string): number {
  // Where two cuts explain all words, the one with more that is personal is meant: "credit card, last four".
  if (meaning !== undefined) return meaning.concept === undefined ? 1.02 : meaning.weak ? 1.05 : 1;
  return /^\d+$/.test(word) ? 0.5 : 4;
}

function trace(words: readonly string[], best: readonly ({ from: number } | undefined)[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (let end = words.length; end > 0;) {
    const start = best[end]?.from ?? end - 1;
    const text = words.slice(start, end).join(' ');
    phrases.unshift({ words: text, meaning: meaningOf(text) ?? stemMeaning(text) });
    end = start;
  }
  return phrases;
}
