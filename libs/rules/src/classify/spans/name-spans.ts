import { GIVEN_NAMES } from '../values/given-names.js';
import type { PlacedCue } from './number-spans.js';
import type { Span } from './span.js';
import type { Word } from './text-words.js';

const PARTICLES = new Set('van de der den von di da do dos del la le el y e du zu ter ten'.split(' '));
const MOST_WORDS = 5;

/** Names that a title ("Frau Weber"), a relation ("wife Ana") or a verb ("spoke with Tom Hale") announces. */
export function findNames(
  text: string,
  words: readonly Word[],
  cues: readonly (PlacedCue & { readonly last: number })[],
): Span[] {
  const spans: Span[] = [];
  for (const cue of cues) {
    if (!INTRODUCES.has(cue.cue) && !CALLS.test(text.slice(cue.start, cue.end))) continue;
    const name = nameAfter(text, words, cue.last + 1, cue.end);
    if (name === undefined) continue;
    if (isBelievable(name, cue)) spans.push({ start: name.start, end: name.end, type: 'person_name' });
  }
  for (const [index, word] of words.entries()) {
    if (!isGiven(word)) continue;
    const name = nameAfter(text, words, index, word.start);
    if (
      name !== undefined &&
      name.words.length > 1 &&
      name.words.slice(1).every((each) => !NOT_A_SURNAME.has(each.folded)) &&
      isCapital(name.words.at(-1))
    ) {
      spans.push({ start: name.start, end: name.end, type: 'person_name' });
    }
  }
  return spans;
}

const INTRODUCES = new Set<PlacedCue['cue']>(['title', 'person', 'greeting']);
const CALLS = /^(?:appeler|rappeler|llamar|ligar para|bellen|chiamare|anrufen)$/i;

interface Name {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}

function nameAfter(text: string, words: readonly Word[], first: number, from: number): Name | undefined {
  const taken: Word[] = [];
  let before = from;
  const afterTitle = first > 0;
  for (const word of words.slice(first, first + MOST_WORDS)) {
    const gap = text.slice(before, word.start);
    if (!(taken.length === 0 ? /^(?:\.? ?|:? |, ?|\. )$|^$/ : /^(?: |-|'|’|\. )$/).test(gap)) break;
    if (!isCapital(word) && !(PARTICLES.has(word.folded) && (taken.length > 0 || afterTitle))) break;
    if (taken.length > 0 && NOT_A_SURNAME.has(word.folded)) break;
    taken.push(word);
    before = word.end;
  }
  while (taken.length > 0 && !isCapital(taken.at(-1))) taken.pop();
  const [start] = taken;
  const end = taken.at(-1);
  return start === undefined || end === undefined
    ? undefined
    : { start: start.start, end: end.end, words: taken };
}

function isBelievable(name: Name, cue: PlacedCue): boolean {
  const [first] = name.words;
  if (first === undefined || NOT_A_NAME.has(first.folded)) return false;
  if (isGiven(first)) return true;
  if (cue.cue === 'title') return name.end - name.start > 2 && !/^\p{Lu}{2,}$/u.test(first.raw);
  return (
    name.words.length > 1 &&
    cue.cue !== 'greeting' &&
    name.words.length < 4 &&
    name.words
      .slice(0, 3)
      .every(
        (word) =>
          (word.raw.length > 1 || /^[OD]$/.test(word.raw)) &&
          !NOT_A_SURNAME.has(word.folded) &&
          !NOT_A_NAME.has(word.folded) &&
          !/^\p{Lu}{2,}$/u.test(word.raw),
      )
  );
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}[\p{L}\p{M}]*$/u.test(word.raw);
}

function isGiven(word: Word): boolean {
  return (
    isCapital(word) && word.raw.length > 2 && GIVEN_NAMES.has(word.folded) && !ALSO_A_WORD.has(word.folded)
  );
}

/** Given names that are more often something else in a note. */
const ALSO_A_WORD = new Set(
  'may joy will jet von mason austin paris charlotte florence christian angel jesus victoria santiago bill'.split(
    ' ',
  ),
);

const NOT_A_NAME = new Set(
  'team all sir madam friends customer customers client clients kunde kunden cliente clientes clienti klant the our your please re fw fwd monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december support sales service info office accounting marketing company inc ltd gmbh damen herren herr frau mr mrs ms dr senor senora sig monsieur madame house hotel school bank shop store hi hello equipo todos todas equipe tous toutes alle team zusammen tutti iedereen allemaal order invoice rechnung factura facture fattura fatura factuur'.split(
    ' ',
  ),
);
const NOT_A_SURNAME = new Set(
  'street st road rd avenue ave lane drive ltd inc llc gmbh sl sa srl bv co corp monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december day weekend called asked wants said is has was will on in at for from and und et y e en to about please thanks bank bakery school hotel restaurant cafe shop gmbh university college street park hospital church project team group order strasse platz'.split(
    ' ',
  ),
);
