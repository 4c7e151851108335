/** A word of a text with its place; `folded` is lower case without accents. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly folded: string;
}

const LONGEST_WORD = 60;

/** The runs of letters and digits of a text. Linear. */
export function textWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const raw = match[0];
    words.push({ start: match.index, end: match.index + raw.length, raw, folded: fold(raw) });
  }
  return words;
}

function fold(raw: string): string {
  const short = raw.length > LONGEST_WORD ? raw.slice(0, LONGEST_WORD) : raw;
  if (/^[\0-\x7F]*$/.test(short)) return short.toLowerCase();
  return short.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
}

/** Phrases by their words, with the most words that a phrase with a given first word has. */
export interface PhraseTable<T> {
  readonly values: ReadonlyMap<string, T>;
  readonly longestByFirstWord: ReadonlyMap<string, number>;
}

/** A phrase of a table where it stands: offsets in the text, and places among the words. */
export interface PlacedPhrase<T> {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly value: T;
}

export function phraseTable<T>(entries: Iterable<readonly [string, T]>): PhraseTable<T> {
  const values = new Map(entries);
  const longestByFirstWord = new Map<string, number>();
  for (const phrase of values.keys()) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    longestByFirstWord.set(first, Math.max(words.length, longestByFirstWord.get(first) ?? 0));
  }
  return { values, longestByFirstWord };
}

/** Finds the phrases that a table knows, longest first, left to right. */
export function findTablePhrases<T>(words: readonly Word[], table: PhraseTable<T>): PlacedPhrase<T>[] {
  const found: PlacedPhrase<T>[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const from = words[first];
    if (from === undefined) break;
    const longest = table.longestByFirstWord.get(from.folded);
    if (longest === undefined) continue;
    for (let length = Math.min(longest, words.length - first); length > 0; length -= 1) {
      const value = table.values.get(phraseAt(words, first, length));
      if (value === undefined) continue;
      const last = first + length - 1;
      found.push({ start: from.start, end: words[last]?.end ?? from.end, first, last, value });
      first = last;
      break;
    }
  }
  return found;
}

function phraseAt(words: readonly Word[], first: number, length: number): string {
  let phrase = words[first]?.folded ?? '';
  for (let index = first + 1; index < first + length; index += 1) phrase += ` ${words[index]?.folded ?? ''}`;
  return phrase;
}
