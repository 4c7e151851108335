import { comparableName } from '../policy/comparable-name.js';

/** What developers add to a product's name: "Front for Gmail", "Read (beta)", "Canva app". */
const DECORATION = new RegExp(
  String.raw`\s*(\(.*\)|\s(for|by)\s.+|\s(app|ai|add-?on|integration|connector|desktop|mobile|web|bot|notetaker))$`,
  'u',
);

/** Whether `name` stands in a display name as whole words, without case. */
export function hasWords(displayName: string, name: string): boolean {
  const text = comparableName(displayName);
  const wanted = comparableName(name);
  if (wanted === '') return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!isPartOfWord(text[at - 1]) && !isPartOfWord(text[at + wanted.length])) return true;
  }
  return false;
}

/** Whether a display name is `name` and nothing else, but for what developers add to it. */
export function isWhole(displayName: string, name: string): boolean {
  const wanted = comparableName(name);
  let text = comparableName(displayName);
  let longer = '';
  while (text !== wanted && text !== longer) {
    longer = text;
    text = text.replace(DECORATION, '');
  }
  return text === wanted;
}

function isPartOfWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
