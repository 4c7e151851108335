import { distance } from 'fastest-levenshtein';

/** Nobody mistypes a longer word; comparing it would only cost time. */
const LONGEST = 80;

/**
 * The known word that somebody probably meant, or null if none is near. A word of parts is also known by its end, so
 * that `email` finds `user.contact.email` and `New York` finds `America/New_York`.
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const wanted = comparable(word);
  if (wanted === '' || wanted.length > LONGEST) {
    return null;
  }
  let best: { readonly word: string; readonly steps: number } | null = null;
  for (const candidate of known) {
    const steps = Math.min(...endingsOf(comparable(candidate)).map((ending) => stepsBetween(wanted, ending)));
    if (best === null || steps < best.steps) {
      best = { word: candidate, steps };
    }
  }
  return best !== null && best.steps <= Math.max(1, Math.floor((wanted.length + 1) / 3)) ? best.word : null;
}

function stepsBetween(wanted: string, candidate: string): number {
  // The beginning of a word is as near as a slip of one letter: `phone` for `phone_number`.
  return wanted.length > 2 && candidate.startsWith(wanted) && candidate !== wanted
    ? 1
    : distance(wanted, candidate);
}

function endingsOf(candidate: string): string[] {
  return [...candidate.matchAll(/(?:^|[./])(?=(.+))/gu)].map((match) => match[1] ?? candidate);
}

function comparable(word: string): string {
  return word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');
}
