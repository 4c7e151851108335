import { electronicFormatIBAN, getCountrySpecifications, isValidIBAN } from 'ibantools';
import { findAddresses } from './address-spans.js';
import { CUE_TABLE } from './cue-words.js';
import { findBirthDates } from './date-spans.js';
import { HEALTH_TABLE } from './health-words.js';
import { findNames } from './name-spans.js';
import { findAnnouncedNumbers, findShapedNumbers } from './number-spans.js';
import { findKeys, findPasswords } from './secret-spans.js';
import type { Span } from './span.js';
import { findTablePhrases, textWords } from './text-words.js';

/**
 * Personal data inside a note or message: where it stands and what it is. UTF-16 offsets, end exclusive,
 * in order, without overlaps; where two finds overlap the longer one stays. Time is linear in the text.
 */
export function findSpans(text: string): Span[] {
  const words = textWords(text);
  const cues = findTablePhrases(words, CUE_TABLE).map(({ value, ...place }) => ({ ...place, cue: value }));
  const found = [...findEmails(text), ...findHealth(text, words), ...findNames(text, words, cues)];
  if (/\d/.test(text)) {
    found.push(
      ...findIbans(text),
      ...findAddresses(text),
      ...findIpAddresses(text),
      ...findShapedNumbers(text, cues),
      ...findAnnouncedNumbers(text, cues),
      ...findBirthDates(text, cues),
    );
  }
  found.push(...findKeys(text, cues), ...findPasswords(text, cues));
  return withoutOverlaps(found, urlRanges(text));
}

function findEmails(text: string): Span[] {
  if (!text.includes('@') && !/[([]at[)\]]/i.test(text)) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(EMAIL))
    spans.push({ start: match.index, end: match.index + match[0].length, type: 'email' });
  return spans;
}

const EMAIL =
  /(?<![\p{L}\d._%+-])[\p{L}\d_][\p{L}\d._%+'-]{0,63}(?:@| ?[([]at[)\]] ?)(?:[\p{L}\d](?:[\p{L}\d-]{0,62})(?:\.| ?[([]dot[)\]] ?)){1,6}\p{L}{2,24}(?![\p{L}\d])/giu;

const IBAN_COUNTRIES = getCountrySpecifications();

function findIbans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?=[ -]?[A-Z\d])/giu)) {
    const wanted = IBAN_COUNTRIES[match[0].slice(0, 2).toUpperCase()]?.chars ?? 0;
    if (wanted === 0) continue;
    const end = endOfCharacters(text, match.index, wanted);
    if (end === undefined) continue;
    const compact = electronicFormatIBAN(text.slice(match.index, end)) ?? '';
    if (
      isValidIBAN(compact) ||
      /iban[^\p{L}\d]{0,4}$/iu.test(text.slice(Math.max(0, match.index - 12), match.index))
    ) {
      spans.push({ start: match.index, end, type: 'iban' });
    }
  }
  return spans;
}

/** Where `wanted` letters and digits from `start` on end, if only single spaces or hyphens stand between them. */
function endOfCharacters(text: string, start: number, wanted: number): number | undefined {
  let seen = 0;
  for (let place = start; place < text.length && place < start + wanted * 2; place += 1) {
    if (/[A-Za-z\d]/.test(text.charAt(place))) {
      seen += 1;
      if (seen === wanted) return /[A-Za-z\d]/.test(text.charAt(place + 1)) ? undefined : place + 1;
    } else if (!/[ -]/.test(text.charAt(place))) return undefined;
  }
  return undefined;
}

function findIpAddresses(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(IP_V4)) {
    if (
      /(?:version|v|ver|build|release|section|sec|update|chapter|firmware|clause|article|abschnitt|kapitel|capitulo|chapitre)\.? ?$/i.test(
        text.slice(Math.max(0, match.index - 12), match.index),
      )
    )
      continue;
    spans.push({ start: match.index, end: match.index + match[0].length, type: 'ip_address' });
  }
  if (text.includes(':')) {
    for (const match of text.matchAll(IP_V6)) {
      const isWhole =
        match[0].split(':').length === 8 || (match[0].includes('::') && /[\da-f]{2}/i.test(match[0]));
      if (isWhole) spans.push({ start: match.index, end: match.index + match[0].length, type: 'ip_address' });
    }
  }
  return spans;
}

const IP_V4 =
  /(?<![\d.\p{L}])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d]|\.\d)/gu;
const IP_V6 = /(?<![\p{L}\p{N}:])(?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?![\p{L}\p{N}:])/giu;

function findHealth(text: string, words: ReturnType<typeof textWords>): Span[] {
  const spans: Span[] = [];
  for (const phrase of findTablePhrases(words, HEALTH_TABLE)) {
    const after = words.at(phrase.last + 1)?.folded ?? '';
    const before = phrase.first === 0 ? '' : (words[phrase.first - 1]?.folded ?? '');
    if (NOT_ABOUT_A_PERSON.has(after) || NOT_ABOUT_A_PERSON.has(before)) continue;
    spans.push({ start: phrase.start, end: phrase.end, type: 'health' });
  }
  for (const word of words) {
    if (word.folded.length > 8 && ILLNESS.test(word.folded))
      spans.push({ start: word.start, end: word.end, type: 'health' });
  }
  return spans;
}

/** Ends of words that only names of illnesses and operations have: "Bauchspeicheldrüsenentzündung". */
const ILLNESS =
  /(?:allergie|allergien|allergy|intoleranz|intolerantie|ontsteking|entzundung|erkrankung|syndrom|syndroom|syndrome|vergiftung|ektomie|ectomy|skopie|neuropathie|neuropathy|arthritis|nephritis|hepatitis|dermatitis)$/;

const NOT_ABOUT_A_PERSON = new Set(
  'research charity fundraiser fundraising awareness foundation campaign leaflet conference policy policies rules measures supplies products product gala kits tests menu date dates spot trust parking toilet ramp access insurance foundation benefit run walk stiftung spendenlauf forschung investigacion recherche ricerca pesquisa onderzoek ruckgabe campana campagne campagna flyer'.split(
    ' ',
  ),
);

function urlRanges(text: string): { start: number; end: number }[] {
  if (!text.includes('/') && !text.includes('www.')) return [];
  return [...text.matchAll(/(?:https?:\/\/|www\.)\S{1,2000}/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function withoutOverlaps(found: readonly Span[], urls: readonly { start: number; end: number }[]): Span[] {
  if (found.length < 2) return found.filter((span) => !isInUrl(span, urls));
  const bySize = found
    .filter((span) => !isInUrl(span, urls))
    .toSorted(
      (one, other) =>
        other.end - other.start - (one.end - one.start) ||
        PRIORITY.indexOf(one.type) - PRIORITY.indexOf(other.type) ||
        one.start - other.start,
    );
  const taken = new Set<number>();
  const kept: Span[] = [];
  for (const span of bySize) {
    if (isTaken(span, taken)) continue;
    for (let place = span.start; place < span.end; place += 1) taken.add(place);
    kept.push(span);
  }
  return kept.toSorted((one, other) => one.start - other.start);
}

/** Longer spans come first, so that a later, shorter one overlaps an earlier one only with its ends. */
function isTaken(span: Span, taken: ReadonlySet<number>): boolean {
  return taken.has(span.start) || taken.has(span.end - 1);
}

/** Of two finds of the same length, the one whose kind comes first stays. */
const PRIORITY: readonly Span['type'][] = [
  'iban',
  'credit_card',
  'api_key',
  'email',
  'password',
  'passport',
  'drivers_license',
  'national_id',
  'bank_account',
  'date_of_birth',
  'ip_address',
  'phone',
  'postal_address',
  'person_name',
  'health',
];

function isInUrl(span: Span, urls: readonly { start: number; end: number }[]): boolean {
  if (urls.length === 0 || span.type === 'email' || span.type === 'api_key' || span.type === 'ip_address')
    return false;
  let low = 0;
  let high = urls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((urls[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const url = urls[low - 1];
  return url !== undefined && span.end <= url.end;
}
