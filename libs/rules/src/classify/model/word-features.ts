import { splitWords } from '../text/split-words.js';

/** How many different features the model tells apart; words and word parts share these places by hash. */
export const FEATURE_COUNT = 8192;

const MOST_FEATURES = 600;

/** A feature's place, with the word it comes from. */
export interface Feature {
  readonly place: number;
  readonly word: string;
}

/** The words of a name and a label and their parts of three to five letters, as places of the model. Bounded. */
export function wordFeatures(texts: readonly string[]): Feature[] {
  const found = new Map<number, Feature>();
  const add = (feature: string, word: string): void => {
    const place = hashOf(feature) % FEATURE_COUNT;
    if (found.size < MOST_FEATURES && !found.has(place)) found.set(place, { place, word });
  };
  for (const text of texts) {
    for (const word of splitWords(text)) {
      const short = word.slice(0, 40);
      add(`w${short}`, short);
      const framed = `^${short}$`;
      for (let length = 3; length <= 5; length += 1) {
        for (let start = 0; start + length <= framed.length; start += 1) {
          add(framed.slice(start, start + length), short);
        }
      }
      if (short.length > 5) add(`p${short.slice(0, 5)}`, short);
    }
  }
  return [...found.values()];
}

/** FNV-1a, in 32-bit arithmetic: the same on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
