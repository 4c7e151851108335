import { UserActionError } from '#connectors/contract/error.js';
import type { Secret } from '#connectors/kit/secret.js';
import { COMMON_WORDS } from './common-words.js';

/** ASVS 2.1.1 and 2.1.2. No rule about which characters: that makes passwords alike, not better. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** In fewer pieces than this, a password is one that is tried first. */
const FEWEST_PIECES = 6;
const SHORTEST_RUN = 3;

/**
 * Refuses a password that is short, or made of what is tried first. `about`: what everybody knows of her (name, address,
 * business).
 * @throws UserActionError
 */
export function refuseWeakPassword(password: Secret, about: readonly string[]): void {
  const text = password.reveal().normalize('NFKC');
  const length = Array.from(text).length;
  if (length < SHORTEST_PASSWORD) throw weak(`The password is shorter than ${SHORTEST_PASSWORD} characters.`);
  if (length > LONGEST_PASSWORD) throw weak(`The password is longer than ${LONGEST_PASSWORD} characters.`);
  // Telephone numbers and dates.
  const isNumber = /^[\d\s./+-]+$/u.test(text);
  if (isNumber || piecesOf(text, about) < FEWEST_PIECES) throw weak('That password is easy to guess.');
}

function weak(message: string): UserActionError {
  return new UserActionError({
    message,
    step: 'Take four or more words that have nothing to do with each other, or let your browser make one up.',
  });
}

/**
 * Into how few pieces a password falls that somebody who guesses would think of: common words also with digits for
 * letters, words about the person, runs on the keyboard, repetitions, years, and else single characters.
 */
export function piecesOf(text: string, about: readonly string[]): number {
  const typed = text.toLowerCase();
  const read = typed
    .split('')
    .map((character) => AS_LETTER[character] ?? character)
    .join('');
  const words = [...COMMON_WORDS, ...wordsIn(about)];
  const fewest: number[] = [0];
  for (let end = 1; end <= typed.length; end += 1) {
    const starts = Array.from({ length: end }, (_, start) => start);
    const counts = starts
      .filter((start) => start === end - 1 || isOnePiece(typed, read, { start, end }, words))
      .map((start) => (fewest[start] ?? 0) + 1);
    fewest.push(Math.min(...counts));
  }
  return fewest[typed.length] ?? 0;
}

interface Part {
  readonly start: number;
  readonly end: number;
}

function isOnePiece(typed: string, read: string, { start, end }: Part, words: readonly string[]): boolean {
  const part = typed.slice(start, end);
  if (part.length < SHORTEST_RUN) return false;
  if (typed.slice(0, start).includes(part) || isYear(part) || isRun(part) || isTwoRuns(part)) return true;
  return words.includes(part) || words.includes(read.slice(start, end));
}

function isYear(part: string): boolean {
  return /^(?:19|20)\d\d$/u.test(part);
}

/** Two runs typed by turns: 1a2s3d. */
function isTwoRuns(part: string): boolean {
  const every = (rest: number) =>
    part
      .split('')
      .filter((_, at) => at % 2 === rest)
      .join('');
  return part.length >= 2 * SHORTEST_RUN && isRun(every(0)) && isRun(every(1));
}

/** Whether each key lies beside the one before, or is the next of the alphabet: qwerty, 1qaz, aaaa, 9876, abcd. */
function isRun(part: string): boolean {
  return part.split('').every((key, at) => at === 0 || areBeside(part[at - 1] ?? '', key));
}

function areBeside(one: string, other: string): boolean {
  if (Math.abs(one.charCodeAt(0) - other.charCodeAt(0)) <= 1) return true;
  const [from, to] = [placeOfKey(one), placeOfKey(other)];
  if (from === null || to === null) return false;
  return Math.abs(from.row - to.row) <= 1 && Math.abs(from.column - to.column) <= 1;
}

const ROWS = ['1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'];

function placeOfKey(key: string): { readonly row: number; readonly column: number } | null {
  const row = ROWS.findIndex((keys) => keys.includes(key));
  return row < 0 ? null : { row, column: ROWS[row]?.indexOf(key) ?? 0 };
}

const AS_LETTER: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function wordsIn(about: readonly string[]): readonly string[] {
  return about
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map((word) => word.toLowerCase().replaceAll(/\s/gu, ''))
    .filter((word) => word.length >= SHORTEST_RUN);
}
