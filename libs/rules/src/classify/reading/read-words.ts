import type { FieldCategory } from '#connectors/contract/category.js';
import { namesMainWordFirst, splitWords } from '../text/split-words.js';
import { chooseConcept } from './choose-concept.js';
import { CONCEPT_CATEGORY, FORGIVES, KILLING_ROLES } from './concept-table.js';
import { asksForConsent } from './consent-words.js';
import { findPhrases, type Phrase } from './find-phrases.js';
import type { Concept, Role } from './lexicon.js';
import { namesAPerson, numbersAPerson } from './person-nouns.js';

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
  /** The deciding words stand where the language puts the main word. */
  readonly isMainWord: boolean;
}

/** Reads one name or label. What stands in brackets is read only if the rest says nothing. */
export function readWords(text: string): Reading {
  const short = text.slice(0, 400);
  const leaf = /[.\]]/.test(short) ? (short.split(/[.[\]]+/).findLast((part) => part !== '') ?? '') : '';
  if (leaf !== '' && leaf !== short.trim() && /^[\w$.[\]]+$/.test(short.trim())) {
    const read = readPlain(leaf);
    if (read.concept === 'name' && OF_A_PERSON.test(short))
      return { ...read, ...personal('fullName', read.because, false) };
    if (/^(?:state|status|level|updated_at)$/i.test(leaf) && /consent|opt_?in|opt_?out/i.test(short))
      return { ...read, ...personal('consent', 'consent', false) };
    if (
      (read.verdict === 'personal' && !read.weak) ||
      (read.verdict === 'process' && !read.weak && read.concept === undefined && read.words.length > 1)
    )
      return read;
  }
  const bare = short.replaceAll(/\([^()]{0,200}\)/g, ' ');
  if (bare !== short && bare.trim() !== '') {
    const read = readPlain(bare);
    if (read.verdict === 'personal' && FROM_IP.test(short) && PLACES.has(read.concept))
      return { ...read, ...personal('impreciseLocation', read.because, false) };
    if (read.concept === 'age' && IN_DAYS.test(short))
      return { ...read, ...withoutConcept([]), verdict: 'process', because: 'days' };
    if (read.verdict === 'personal' && !read.weak && read.explained > 0.99) return read;
  }
  return readPlain(short);
}

/** A place in front of "(from IP)" is a guess of where a device was, not an address. */
const FROM_IP = /\([^()]{0,40}\b(?:ip|geo ?ip)\b[^()]{0,40}\)/i;
/** Nobody's age is counted in days: "Age (days)" is how long a record has waited. */
const IN_DAYS = /\((?:in )?(?:days|hours|tagen?|jours|dias|días|giorni|dagen)\)/i;
const PLACES: ReadonlySet<Concept | undefined> = new Set<Concept>(['city', 'state', 'country', 'zip']);

const ROMANCE =
  /(?:^|\s)(?:de|del|di|da|do|du|des|della|en|à|a|al|alla|par|pour|per|por|para|con|com|in|ao|au|aux|na|no|nel)\s/i;

/** "Nato a" asks where, "nato il" when. */
const BORN_IN = /^\s*(?:nat[oa](?:\/[ao])?|née?|nacid[oa]|nascid[oa]|geboren)\s+(?:a|à|en|em|in|te)\s*$/iu;
/** "kindOfPerson" asks for a type; on its own "Kind" is a child in German and Dutch. */
const KIND_OF = /\bkind[ _]?of(?=[ _A-Z])/i;

/** Parts of a path that hold one person's data: "billing_details.name". */
const OF_A_PERSON =
  /address|addr|bill|ship|customer|contact|person|card|payer|buyer|recipient|client|user|member/i;

function readPlain(text: string): Reading {
  const words = splitWords(text.replace(KIND_OF, 'type '));
  const phrases = withoutAddressNumber(findPhrases(words));
  const base = { words, explained: explainedShare(phrases), roles: rolesOf(phrases), isMainWord: false };
  if (asksForConsent(text, phrases)) return { ...base, ...personal('consent', 'consent', false) };
  if (BORN_IN.test(text.slice(0, 80))) return { ...base, ...personal('demographic', 'born in', false) };
  if (numbersAPerson(phrases))
    return { ...base, ...personal('uniqueId', phrases.map((phrase) => phrase.words).join(' '), false) };
  if (namesAPerson(phrases))
    return { ...base, ...personal('fullName', phrases.map((phrase) => phrase.words).join(' '), false) };
  const chosen = chooseConcept(phrases, namesMainWordFirst(text));
  // "Company?" asks whether it is one; it does not name it.
  if (
    chosen?.meaning?.concept === 'organization' &&
    phrases.length === 1 &&
    /\w\s*\?\s*$/.test(text.slice(0, 80))
  )
    return { ...base, ...withoutConcept([]), verdict: 'process', because: `${chosen.words}?` };
  const asked = isQuestion(text);
  const concept = chosen?.meaning?.concept;
  if ((chosen === undefined || chosen.meaning?.weak === true) && isOpenQuestion(text))
    return { ...base, ...personal('note', 'question', false) };
  if (chosen === undefined || concept === undefined) return { ...base, ...withoutConcept(phrases) };
  const rest = phrases.filter((phrase) => phrase !== chosen);
  const killer = rest.find(
    (phrase) =>
      !(asked && phrase.meaning?.role === 'flag') &&
      (takesBack(concept, phrase, rest, FAVOURITE.test(chosen.words)) || isStateOf(concept, phrase)),
  );
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
  const line = /^[1-3]$/.test(phrases[phrases.indexOf(chosen) + 1]?.words ?? '');
  const isMainWord =
    phrases.at(ROMANCE.test(text.slice(0, 200)) ? 0 : -1) === chosen && chosen.meaning?.role === undefined;
  return {
    ...base,
    isMainWord,
    ...personal(
      concept === 'address' && line ? 'street' : concept,
      chosen.words,
      chosen.meaning?.weak ?? false,
    ),
  };
}

function personal(
  concept: Concept,
  because: string,
  weak: boolean,
): Pick<Reading, 'category' | 'concept' | 'verdict' | 'weak' | 'overruled' | 'because'> {
  return {
    category: CONCEPT_CATEGORY[concept],
    concept,
    verdict: 'personal',
    weak,
    overruled: undefined,
    because,
  };
}

/** "Address 1: City" is a city: the numbered address only says which one. */
function withoutAddressNumber(phrases: readonly Phrase[]): readonly Phrase[] {
  const [first, ...rest] = phrases;
  if (
    first === undefined ||
    !/^(?:address|adresse|direccion|endereco|indirizzo|adres|addr) \d$/.test(first.words)
  )
    return phrases;
  const telling = rest.filter((phrase) => !/^\d+$/.test(phrase.words) && phrase.meaning?.role !== 'neutral');
  return telling.length === 0 ? phrases : rest;
}

/** "email_state" is not a place. */
function isStateOf(concept: Concept, phrase: Phrase): boolean {
  return phrase.words === 'state' && (concept === 'email' || concept === 'phone' || concept === 'consent');
}

function isQuestion(text: string): boolean {
  return /[?¿]/.test(text.slice(0, 400)) && text.length > 12;
}

/** A "newsletter template" is a text of ours; "newsletter settings" are the person's choice. */
const OUR_TEXT =
  /^(?:templates?|vorlagen?|sjablo\w+|plantillas?|modeles?|modell[oi]|modelos?|designs?|subject|betreff|objet|asunto|oggetto|onderwerp)$/;

/** A newsletter that was sent is our work; one that is wanted is a choice. */
const WE_SENT = /^(?:sent|enviad|envoye|versend|verschick|gesend|inviat|verzond|verstuur)/;

/** A "favourite brand" is a taste, whatever the favourite is. */
const FAVOURITE = /favo|lieblings|lievelings|prefer|prefe[rt]/;

function takesBack(concept: Concept, phrase: Phrase, rest: readonly Phrase[], isFavourite: boolean): boolean {
  const role = phrase.meaning?.role;
  if (concept === 'consent' && (OUR_TEXT.test(phrase.words) || WE_SENT.test(phrase.words))) return true;
  if (role === undefined || !KILLING_ROLES.has(role)) return false;
  if (FORGIVES[concept]?.some((forgiven) => forgiven === role) === true) return false;
  if (role === 'nothing' && (phrase.meaning?.weak === true || isFavourite)) return false;
  if (role === 'date' && phrase.words === 'on') return rest.length === 1;
  return true;
}

/** A question that is answered in the person's own words: "Why do you want to join?", "Was sollen wir noch wissen?" */
const OPEN_QUESTION =
  /^\W*(?:why|warum|wieso|weshalb|pourquoi|por que|por qu[eé]|porqu[eê]|perch[eé]|waarom|tell us|please (?:tell|explain|describe)|describe|explain|is there anything|anything else|any (?:other )?(?:comments|questions)|what (?:else|should we)|was sollen|gibt es noch|avez.vous (?:d.autres|des)|algo m[aá]s|mais alguma|altro da|wat moeten)/i;

function isOpenQuestion(text: string): boolean {
  return OPEN_QUESTION.test(text.slice(0, 200)) && /[?¿]|us\b|explain|describe/i.test(text.slice(0, 200));
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
