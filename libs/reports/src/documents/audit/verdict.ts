import type { Answer, DocumentPart } from '../document-part.js';

interface Grounds {
  /** What says no, each a sentence. */
  readonly against: readonly (string | null)[];
  /** What keeps from saying yes, each a sentence: not read, not judged, not said. */
  readonly unknown: readonly (string | null)[];
  /** What it is if nothing is against it and everything was looked at. */
  readonly otherwise: string;
}

/**
 * The answer to a question of the audit. One ground against it is a no, whatever else is not known; a yes is said of what
 * was looked at, all of it, and of nothing else (law 2).
 */
export function verdict({ against, unknown, otherwise }: Grounds): DocumentPart {
  const no = against.filter((sentence) => sentence !== null);
  const open = unknown.filter((sentence) => sentence !== null);
  const answer: Answer = no.length > 0 ? 'no' : open.length > 0 ? 'cannot tell' : 'yes';
  const sentences = answer === 'yes' ? [otherwise] : [...no, ...open];
  return { kind: 'answer', answer, text: sentences.join(' ') };
}
