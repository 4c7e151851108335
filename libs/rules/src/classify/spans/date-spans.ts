import { cueBefore, type PlacedCue } from './number-spans.js';
import type { Span } from './span.js';

const MONTHS =
  'jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar|braio|rero)?|f[ée]v(?:rier|ereiro)?|mar(?:ch|s|zo|ço|co)?|m[äa]rz|maart|apr(?:il|ile)?|abr(?:il)?|avr(?:il)?|may|mai(?:o)?|mayo|maggio|mag|mei|june?|juin|juni|junio|junho|giugno|giu|july?|juillet|juli|julio|julho|luglio|lug|aug(?:ust|ustus)?|ago(?:sto)?|ao[ûu]t|sep(?:t|tember|tiembre|tembre|tembro|t\\.)?|set(?:tembre|embro|iembre)?|oct(?:ober|ubre|obre)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember|iembre|embre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|d[ée]c(?:embre)?|januari|februari|enero|ene|gennaio|gen|fevereiro';

const DATE = new RegExp(
  '(?<![\\p{N}\\p{L}/.-])(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})|' +
    `\\d{1,2}(?:st|nd|rd|th|er|º|°|\\.)? {0,2}(?:de |di |of )?(?:${MONTHS})\\.?(?:,? (?:de |del )?\\d{4}|,? '\\d{2})?|` +
    `(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?)(?![\\p{N}\\p{L}]|[/-]\\d)`,
  'giu',
);

/** Dates that a word for birth announces; any other date is nobody's birthday. */
export function findBirthDates(text: string, cues: readonly PlacedCue[]): Span[] {
  if (!cues.some((cue) => cue.cue === 'birth')) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(DATE)) {
    const end = match.index + match[0].length;
    if (isAnnounced(text, match.index, cues) || bornAfter(text, end))
      spans.push({ start: match.index, end, type: 'date_of_birth' });
  }
  return spans;
}

/** Only small words may stand between: a "birthday sale starts 12 May" is nobody's birth. */
function isAnnounced(text: string, place: number, cues: readonly PlacedCue[]): boolean {
  if (cueBefore(cues, place, text) !== 'birth') return false;
  const before = text.slice(Math.max(0, place - 26), place);
  return /(?:^|[\p{L}\d)])[^\p{L}\d]*(?:(?:is|on|am|the|el|le|il|op|em|es|ist|e|é|è|in|im|war|was|del|du|den|dal|al|date|it|s|around|circa|a|day|to|de|en|se|his|her|their)[^\p{L}\d]+){0,3}$/iu.test(
    before,
  );
}

function bornAfter(text: string, end: number): boolean {
  return /^\)?,? {0,2}(?:geboren|\(?(?:dob|date of birth|birthday)\)?|is (?:his|her|their) birthday|compie gli anni|jarig)/i.test(
    text.slice(end, end + 30),
  );
}
