import { sensitivityOf } from '#connectors/contract/category.js';
import type { FieldFact } from '#connectors/contract/fact.js';
import { classifyField } from '../../classify/classify-field.js';

/** From which length and number of words on a cell of a column is read as a note. */
export interface NoteCells {
  /** In UTF-16 units; Infinity: none is. */
  readonly shortest: number;
  readonly fewestWords: number;
}

/** A column of notes: all of it. */
const ALL: NoteCells = { shortest: 1, fewestWords: 0 };
/** A column that says nothing of what it holds: whatever reads like a sentence. */
const SENTENCES: NoteCells = { shortest: 30, fewestWords: 5 };
/** A column of addresses, names, numbers: only what nobody writes there unless she has no other place. */
const LONG_TEXTS: NoteCells = { shortest: 80, fewestWords: 12 };
/** Chosen from a list or counted by the tool: nobody can type there. */
export const NO_NOTES: NoteCells = { shortest: Infinity, fewestWords: Infinity };

/** Below this a name is a guess at what a column holds, and sentences in it are read. */
const SURE_OF_THE_NAME = 0.8;

const CHOSEN_OR_COUNTED =
  /^(?:bool|boolean|number|decimal|integer|date|datetime|birthday|enumeration|radio|checkbox|select|dropdown)$/iu;
const LONG_TEXT_TYPE = /^(?:textarea|html|rich.?text|long.?text|multi.?line.*|paragraph|memo|note)$/iu;

/** Words for notes in the middle of a name, in the seven languages. A field too many costs time, and nothing else. */
const NOTE_WORDS =
  /(?<!\p{L})(?:notes?|remarks?|comments?|memos?|descriptions?|notiz(?:en)?|notas?|note|remarques?|commentaires?|observa\p{L}*|osserva\p{L}*|comentarios?|comment[oi]|opmerking(?:en)?|toelichting(?:en)?|omschrijving(?:en)?|hinweise?|freitext)(?!\p{L})|bemerkung|anmerkung|kommentar|notiz/iu;

/**
 * Which cells of a column are notes. By the column's own name, type and data sheet alone, and by the cell alone: never
 * by other rows, so that no order of reading changes what is read (law 6).
 */
export function noteCellsOf({ source, name, label, type, options, category }: FieldFact): NoteCells {
  if (CHOSEN_OR_COUNTED.test(type) || (options !== undefined && options.length > 0)) return NO_NOTES;
  if (category !== undefined && category !== 'none') return isAboutText(category) ? ALL : LONG_TEXTS;
  // What a tool says of a company or a deal is about nobody; what people type about it may be.
  if (LONG_TEXT_TYPE.test(type)) return ALL;
  if (category === 'none') return SENTENCES;
  if (NOTE_WORDS.test(spaced(name)) || NOTE_WORDS.test(spaced(label))) return ALL;
  // A note is a note whatever record it stands on, so the object is always that of a person.
  const byName = classifyField({
    system: source.connector,
    object: 'contact',
    name,
    label,
    type,
    options: [],
    sampleValues: [],
  });
  if (isAboutText(byName.category)) return ALL;
  const isKnown = sensitivityOf(byName.category) !== 'none' && byName.confidence >= SURE_OF_THE_NAME;
  return isKnown ? LONG_TEXTS : SENTENCES;
}

/** Whether a cell has at least so many words, each beginning with a letter; stops as soon as it is known. */
export function hasWords(cell: string, fewest: number): boolean {
  let words = 0;
  let isInside = false;
  for (let at = 0; at < cell.length && words < fewest; at += 1) {
    const code = cell.charCodeAt(at);
    const isSpace = code <= 0x20 || code === 0xa0;
    if (!isSpace && !isInside && isLetter(code)) words += 1;
    isInside = !isSpace;
  }
  return words >= fewest;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code > 0xbf;
}

function isAboutText(category: string): boolean {
  return category === 'user.content' || category === 'user.content.private';
}

/** `customerNote_2` as `customer Note 2`. A header may be long; what it is stands at its beginning. */
function spaced(name: string): string {
  return name
    .slice(0, 200)
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll(/[_\-.]/gu, ' ');
}
