import type { FieldCategory } from '#connectors/contract/category.js';
import { namesMainWordFirst, splitWords } from '../text/split-words.js';
import { CONCEPT_CATEGORY, CONCEPT_RANK, FORGIVES, type KillingRole } from './concept-table.js';
import { findPhrases, type Phrase } from './find-phrases.js';
import type { Concept, Role } from './lexicon.js';

/** What the words of one name or label say, before the object and the values are looked at. */
export interface Reading {
  readonly category: FieldCategory;
  readonly concept: Concept | undefined;
  /** `personal`: names a kind of personal data; `process`: names something of ours; `unclear`: says neither. */
  readonly verdict: 'personal' | 'process' | 'unclear';
  /** The deciding words are used for other things too. */
  readonly weak: boolean;
  /** A personal concept was there, and a word beside it took it back ("email" in "email status"). */
  readonly overruled: Concept | undefined;
  /** The words that decided, as in the lexicon. */
  readonly because: string;
  /** Share of the words that the lexicon explains. */
  readonly explained: number;
  readonly roles: ReadonlySet<Role>;
  readonly words: readonly string[];
  readonly phrases: readonly Phrase[];
}

/** Reads one name or label. */
export function readWords(text: string): Reading {
  const words = splitWords(text);
  const phrases = findPhrases(words);
  const mainFirst = namesMainWordFirst(text);
  const base = { words, phrases, explained: explainedShare(phrases), roles: rolesOf(phrases) };
  const chosen = choose(phrases, mainFirst);
  if (chosen === undefined) return { ...base, ...withoutConcept(phrases) };
  const concept = chosen.meaning?.concept;
  if (concept === undefined) return { ...base, ...withoutConcept(phrases) };
  const rest = phrases.filter((phrase) => phrase !== chosen);
  const killer = rest.find((phrase) => takesBack(concept, phrase, rest));
  if (killer !== undefined) {
    return {
      ...base,
      category: 'none',
      concept: undefined,
      verdict: 'process',
      weak: false,
      overruled: concept,
      because: killer.words,
    };
  }
  return {
    ...base,
    category: CONCEPT_CATEGORY[concept],
    concept,
    verdict: 'personal',
    weak: chosen.meaning?.weak ?? false,
    overruled: undefined,
    because: chosen.words,
  };
}

function choose(phrases: readonly Phrase[], mainFirst: boolean): Phrase | undefined {
  const personal = phrases.filter((phrase) => phrase.meaning?.concept !== undefined);
  const strong = personal.filter((phrase) => phrase.meaning?.weak === false);
  const alone = phrases.filter((phrase) => !/^\d+$/.test(phrase.words)).length === 1;
  const firm = strong.filter((phrase) => alone || phrase.meaning?.role === undefined);
  const field = [firm, strong, personal].find((some) => some.length > 0);
  if (field === undefined) return undefined;
  const ranked = field.filter((phrase) => rankOf(phrase) === Math.max(...field.map((each) => rankOf(each))));
  return mainFirst ? ranked[0] : ranked.at(-1);
}

function rankOf(phrase: Phrase): number {
  const concept = phrase.meaning?.concept;
  return concept === undefined ? 0 : (CONCEPT_RANK[concept] ?? 1);
}

function takesBack(concept: Concept, phrase: Phrase, rest: readonly Phrase[]): boolean {
  const role = phrase.meaning?.role;
  if (role === undefined || !isKillingRole(role)) return false;
  if (FORGIVES[concept]?.includes(role) === true) return false;
  if (role === 'nothing' && phrase.meaning?.weak === true) return false;
  if (role === 'date' && phrase.words === 'on') return rest.length === 1;
  return true;
}

const KILLING = new Set<Role>([
  'count',
  'status',
  'sent',
  'changed',
  'config',
  'date',
  'expiry',
  'type',
  'money',
  'id',
  'flag',
  'nothing',
]);

function isKillingRole(role: Role): role is KillingRole {
  return KILLING.has(role);
}

function withoutConcept(
  phrases: readonly Phrase[],
): Pick<Reading, 'category' | 'concept' | 'verdict' | 'weak' | 'overruled' | 'because'> {
  const telling = phrases.filter((phrase) => {
    const role = phrase.meaning?.role;
    return role !== undefined && role !== 'neutral' && role !== 'number' && role !== 'org' && role !== 'id';
  });
  const because =
    (telling.find((phrase) => phrase.meaning?.role === 'nothing') ?? telling.at(-1))?.words ?? '';
  return {
    category: 'none',
    concept: undefined,
    verdict: telling.length > 0 ? 'process' : 'unclear',
    weak: telling.every((phrase) => phrase.meaning?.weak === true),
    overruled: undefined,
    because,
  };
}

function rolesOf(phrases: readonly Phrase[]): ReadonlySet<Role> {
  return new Set(phrases.flatMap((phrase) => phrase.meaning?.role ?? []));
}

function explainedShare(phrases: readonly Phrase[]): number {
  const words = phrases.filter((phrase) => !/^\d+$/.test(phrase.words));
  if (words.length === 0) return 0;
  return words.filter((phrase) => phrase.meaning !== undefined).length / words.length;
}
