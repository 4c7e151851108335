import { isCardNumber } from '../values/card-number.js';
import { isPersonNumber } from '../values/person-numbers.js';
import type { Cue } from './cue-words.js';
import type { Span, SpanType } from './span.js';

/** A cue phrase where it stands in the text. */
export interface PlacedCue {
  readonly start: number;
  readonly end: number;
  readonly cue: Cue;
}

const LONGEST_GAP = 24;

/** Numbers whose shape or check digit says what they are, unless a word before them says otherwise. */
export function findShapedNumbers(text: string, cues: readonly PlacedCue[]): Span[] {
  const spans: Span[] = [];
  const add = (type: SpanType, match: RegExpExecArray, length = match[0].length): void => {
    spans.push({ start: match.index, end: match.index + length, type });
  };
  for (const match of text.matchAll(CARD_SHAPE)) {
    const digits = match[0].replaceAll(/\D/g, '');
    const cue = cueBefore(cues, match.index, text);
    if (isCardNumber(digits) && cue !== 'reference' && cue !== 'bank') add('credit_card', match);
    else if (cue === 'card' && digits.length > 12) add('credit_card', match);
  }
  for (const match of text.matchAll(MASKED_CARD)) add('credit_card', match);
  for (const match of text.matchAll(PERSON_NUMBER_SHAPE)) {
    const cue = cueBefore(cues, match.index, text);
    if (cue !== 'reference' && cue !== 'phone' && cue !== 'bank' && isPersonNumber(match[0]))
      add('national_id', match);
  }
  for (const match of text.matchAll(PHONE_SHAPE)) {
    if (isPhone(match, cueBefore(cues, match.index, text), text)) add('phone', match);
  }
  return spans;
}

/** Numbers that only the word before them explains: "passport 12AB34567", "account no 12345678". */
export function findAnnouncedNumbers(text: string, cues: readonly PlacedCue[]): Span[] {
  return cues.flatMap((cue) => {
    const type = ANNOUNCED[cue.cue];
    if (type === undefined) return [];
    ANNOUNCED_NUMBER.lastIndex = cue.end;
    const match = ANNOUNCED_NUMBER.exec(text);
    const found = match?.[1];
    if (match === null || found === undefined) return [];
    const digits = found.replaceAll(/\D/g, '').length;
    const [fewest, most] = DIGITS[type] ?? [4, 20];
    if (digits < fewest || digits > most) return [];
    if (cue.cue === 'phone' && /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}/.test(found)) return [];
    const end = match.index + match[0].length;
    return [{ start: end - found.length, end, type }];
  });
}

/** The last cue before a place, if it is near and nothing else stands between. */
export function cueBefore(cues: readonly PlacedCue[], place: number, text: string): Cue | undefined {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const cue = cues[low - 1];
  if (cue === undefined || place - cue.end > LONGEST_GAP) return undefined;
  // An abbreviation may end in a point ("geb. 12.05.1980"); any later end of a sentence cuts the cue off.
  const between = text.slice(cue.end, place).replace(/^\./, '');
  return /[\d;\n]|[.!?] /.test(between) ? undefined : cue.cue;
}

const CARD_SHAPE = /(?<![\d.-])\d(?:[ -]?\d){12,18}(?![\d-])/g;
const MASKED_CARD = /(?:[*•xX]{4}[ -]?){1,3}\d{4}(?!\d)|(?:[*•]{2,12} ?)\d{4}(?!\d)/g;
const PERSON_NUMBER_SHAPE =
  /(?<![\p{L}\p{N}.-])(?:\d{3}-\d{2}-\d{4}|[*xX•]{3}-[*xX•]{2}-\d{4}|\d{8}-?[A-Z]|[XYZ]-?\d{7}-?[A-Z]|[12] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}|[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|\d{3}\.\d{3}\.\d{3}-\d{2}|[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d|\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}|756\.\d{4}\.\d{4}\.\d{2})(?![\p{L}\p{N}])/gu;
const PHONE_SHAPE =
  /(?<![\p{L}\p{N}+.,:/#-])(?:(?:\+|00(?=[1-9]))\d(?:[ ()./-]{0,2}\d){7,14}|(?:1[ .-])?\(\d{2,5}\)[ -]?\d(?:[ .-]?\d){5,9}|(?:1[ .-])?\d{3}([ .-])\d{3}\1\d{4}|0\d(?:[ ./-]?\d){7,11}|[6-9]\d{2}[ .-]?\d{3}[ .-]?\d{3}|[6-9]\d{2}(?:[ .-]\d{2}){3}|2\d{2} \d{3} \d{3}|3\d{2}[ .-]?\d{3}[ .-]?\d{3,4}|\d{2} 9?\d{4}-\d{4}|9\d{4}-\d{4}|555-\d{4})(?: ?(?:x|ext\.?|extension) ?\d{1,5})?(?![\p{L}\p{N}]|[.,-]\d)/gu;

function isPhone(match: RegExpExecArray, cue: Cue | undefined, text: string): boolean {
  const found = match[0];
  if (/\d $/.test(text.slice(Math.max(0, match.index - 2), match.index)) && !found.startsWith('+'))
    return false;
  if (cue === 'phone') return !/^\d{4}-\d{2}-\d{2}$/.test(found);
  if (cue !== undefined && REFUSES_PHONE.has(cue)) return false;
  if (found.startsWith('+') || found.startsWith('(')) return true;
  if (
    /^\s?(?:€|\$|£|eur|usd|euros?|kg|km|units|pcs|stk|uds)/i.test(
      text.slice(match.index + found.length, match.index + found.length + 8),
    )
  )
    return false;
  if (/[€$£#]\s?$/.test(text.slice(Math.max(0, match.index - 2), match.index))) return false;
  return /[ ./()-]/.test(found) || /^0\d{9,10}$/.test(found);
}

const REFUSES_PHONE = new Set<Cue>([
  'reference',
  'bank',
  'nationalId',
  'passport',
  'license',
  'card',
  'iban',
  'version',
  'key',
  'birth',
]);

const ANNOUNCED: Readonly<Partial<Record<Cue, SpanType>>> = {
  passport: 'passport',
  license: 'drivers_license',
  nationalId: 'national_id',
  bank: 'bank_account',
  phone: 'phone',
};
const DIGITS: Readonly<Partial<Record<SpanType, readonly [number, number]>>> = {
  passport: [4, 12],
  drivers_license: [4, 18],
  national_id: [5, 18],
  bank_account: [6, 24],
  phone: [6, 15],
};

const ANNOUNCED_NUMBER =
  /[\s:#.=,(–-]{0,4}(?:(?:no|nr|num|number|numero|número|nummer|nº|n°|n|code|is|es|est|ist|é|è|al|au|to|is:|op|at|on|unter|hat|tem|has|was|ending|the|de|del|der|van|lautet|issued)\b[\s:#.=°º-]{0,3}){0,3}(\+?\(?[A-Z]{0,5}[ -]?\d(?:[ ./()-]{0,2}[\dA-Z*](?![a-z])){3,26})/y;
