import { CONTACT_WORDS } from '../lexicon/contact-words.js';
import { PERSON_WORDS } from '../lexicon/person-words.js';
import { PROCESS_WORDS } from '../lexicon/process-words.js';
import { RECORD_WORDS } from '../lexicon/record-words.js';
import { splitWords } from '../text/split-words.js';

const PERSONAL_WORDS = { ...PERSON_WORDS, ...CONTACT_WORDS, ...RECORD_WORDS };

/** What a word says a field holds. */
export type Concept = keyof typeof PERSONAL_WORDS;

/** What a word does to the word it stands beside. */
export type Role = keyof typeof PROCESS_WORDS;

/** What one phrase can mean. `weak`: it often means something else. */
export interface Meaning {
  readonly concept?: Concept;
  readonly weak: boolean;
  readonly role?: Role;
}

const meanings = new Map<string, Meaning>();
const vocabulary = new Set<string>();
let longestPhrase = 1;

for (const [concept, list] of Object.entries(PERSONAL_WORDS)) {
  for (const { phrase, weak } of phrasesOf(list)) {
    const known = meanings.get(phrase);
    if (known?.concept !== undefined && !(known.weak && !weak)) continue;
    meanings.set(phrase, { concept: concept as Concept, weak });
  }
}
// The modifier roles come before the whole-phrase list: "date" must stay a date beside "birth".
const ROLE_ORDER = [
  'neutral',
  'id',
  'number',
  'date',
  'expiry',
  'type',
  'money',
  'count',
  'status',
  'switch',
  'sent',
  'changed',
  'config',
  'flag',
  'org',
  'staff',
  'nothing',
] as const satisfies readonly Role[];
for (const role of ROLE_ORDER) {
  for (const { phrase, weak } of phrasesOf(PROCESS_WORDS[role])) {
    const known = meanings.get(phrase);
    if (known === undefined) meanings.set(phrase, { role, weak });
    else if (known.role === undefined) meanings.set(phrase, { ...known, role });
  }
}

/** The meaning of these words together, as one phrase. */
export function meaningOf(phrase: string): Meaning | undefined {
  return meanings.get(phrase);
}

/** Whether a word occurs anywhere in the lexicon. */
export function isKnownWord(word: string): boolean {
  return vocabulary.has(word);
}

/** The number of words of the longest phrase. */
export function longestPhraseLength(): number {
  return longestPhrase;
}

function* phrasesOf(list: string): Generator<{ phrase: string; weak: boolean }> {
  for (const item of list.split(',')) {
    const weak = item.trimEnd().endsWith('?');
    const words = splitWords(weak ? item.trimEnd().slice(0, -1) : item);
    // "your name" without its little word is not the phrase any more.
    if (words.length === 0 || (words.length === 1 && /[a-z] [a-z]/.test(item.trim()) && !item.includes('?')))
      continue;
    for (const word of words) vocabulary.add(word);
    longestPhrase = Math.max(longestPhrase, words.length);
    yield { phrase: words.join(' '), weak };
  }
}
