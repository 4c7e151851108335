import type { PlacedCue } from './number-spans.js';
import type { Span } from './span.js';

const KEY_SHAPES =
  /(?<![\p{L}\p{N}])(?:(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{8,250}|sk-(?:proj-|ant-|or-)?[A-Za-z0-9_-]{16,250}|gh[pousr]_[A-Za-z0-9]{16,250}|github_pat_[A-Za-z0-9_]{20,250}|glpat-[A-Za-z0-9_-]{12,100}|xox[abeprs]-[A-Za-z0-9-]{10,250}|xapp-[A-Za-z0-9-]{10,250}|(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,16}|AIza[A-Za-z0-9_-]{30,40}|ya29\.[A-Za-z0-9_-]{16,250}|SG\.[A-Za-z0-9_-]{10,40}\.[A-Za-z0-9_-]{10,60}|key-[a-f0-9]{24,40}|[a-f0-9]{32}-us\d{1,2}|EAA[A-Za-z0-9]{20,250}|shp(?:at|ss|ca|pa)_[A-Fa-f0-9]{16,64}|pat-(?:na|eu|ap)\d-[a-f0-9-]{20,60}|npm_[A-Za-z0-9]{20,60}|dop_v1_[a-f0-9]{20,80}|hf_[A-Za-z0-9]{20,60}|whsec_[A-Za-z0-9]{12,80}|rk_[A-Za-z0-9]{20,80}|AC[a-f0-9]{32}|SK[a-f0-9]{32}|sq0(?:atp|csp)-[A-Za-z0-9_-]{20,60}|EAAA[A-Za-z0-9_-]{30,100}|access_token\$[a-z]+\$[a-z0-9$]{20,80}|eyJ[A-Za-z0-9_-]{8,1000}\.[A-Za-z0-9_-]{8,2000}(?:\.[A-Za-z0-9_-]{4,1000})?|tok_[A-Za-z0-9]{12,80}|xkeysib-[a-f0-9-]{20,120})(?![\p{L}\p{N}])/gu;

/** Keys of well-known services by their beginnings, and random-looking strings after a word for a key. */
export function findKeys(text: string, cues: readonly PlacedCue[]): Span[] {
  const spans: Span[] = [];
  const keys = /[\w.$-]{15}/.test(text) ? text.matchAll(KEY_SHAPES) : [];
  for (const match of keys) {
    spans.push({ start: match.index, end: match.index + match[0].length, type: 'api_key' });
  }
  for (const cue of cues) {
    if (cue.cue !== 'key') continue;
    const token = tokenAfter(text, cue.end);
    if (token !== undefined && token.text.length >= 12 && looksRandom(token.text)) {
      spans.push({ start: token.start, end: token.start + token.text.length, type: 'api_key' });
    }
  }
  return spans;
}

/** What follows a word for a password or PIN and looks like one. */
export function findPasswords(text: string, cues: readonly PlacedCue[]): Span[] {
  return cues.flatMap((cue) => {
    if (cue.cue !== 'password' && cue.cue !== 'pin') return [];
    const token = tokenAfter(text, cue.end);
    if (token === undefined) return [];
    const good =
      cue.cue === 'pin' ? /^\d{3,8}$/.test(token.text) : looksLikePassword(token.text, token.pointed);
    return good
      ? [{ start: token.start, end: token.start + token.text.length, type: 'password' as const }]
      : [];
  });
}

const BETWEEN =
  /(?:\s{1,3}(?:for|to|of|de|del|der|des|zum|zur|fur|für|pour|para|per|voor|van|the|el|la|le|il|do|da|his|her|our|wifi|wi-fi|wlan|portal|account|login|site|laptop|router|admin|alarm|door|new|code|nr|nummer)(?![\p{L}\d])){0,4}(\s{0,2}(?:[:=]|->|→|(?<![\p{L}\d])(?:is|es|est|ist|é|è|e|was|lautet|set to|changed to)(?![\p{L}\d])(?: now)?:?)|)\s{0,2}["'“«‘(`]?([^\s"'”»’()`<>]{3,250})/uy;

/** Up to six words that say whose it is, and then a colon: "Contraseña del wifi de la oficina: …". */
const WHOSE = /(?:[ \t][\p{L}'’-]{1,24}){1,6}([ \t]?[:=])[ \t]{0,2}["'“«‘(`]?([^\s"'”»’()`<>]{3,250})/uy;

function tokenAfter(
  text: string,
  place: number,
): { start: number; text: string; pointed: boolean } | undefined {
  WHOSE.lastIndex = place;
  BETWEEN.lastIndex = place;
  const match = WHOSE.exec(text) ?? BETWEEN.exec(text);
  const found = match?.[2];
  if (match === null || found === undefined) return undefined;
  const bare = found.replace(/[.,;:?]+$/, '');
  const start = match.index + match[0].length - found.length;
  return { start, text: bare, pointed: (match[1] ?? '') !== '' };
}

function looksLikePassword(token: string, pointed: boolean): boolean {
  if (token.length < 4 || token.length > 80 || /^https?:/.test(token)) return false;
  const mixed = /\d/.test(token) && /\p{L}/u.test(token);
  const marked =
    /[!@#$%^&*_+=?~-]/.test(token.slice(1)) && /\p{L}|\d/u.test(token) && !/^\p{L}+-\p{L}+$/u.test(token);
  if (/^\d{1,2}[./-]\d{1,2}/.test(token)) return false;
  if (mixed || marked) return true;
  return pointed && (/^\d{4,12}$/.test(token) || /\p{Ll}\p{Lu}/u.test(token));
}

function looksRandom(token: string): boolean {
  if (!/^[\w.~+/=-]+$/.test(token) || !/\d/.test(token) || !/[A-Za-z]/.test(token)) return false;
  return new Set(token).size >= Math.min(10, token.length * 0.4);
}
