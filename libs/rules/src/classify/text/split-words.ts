import { foldText } from './fold-text.js';

const LONGEST_TEXT = 200;
const MOST_WORDS = 24;

/**
 * The words of a name or label in lower case, without accents, vendor marks and little words:
 * "hs_dateOfBirth__c" gives date, birth. Bounded: whatever comes in, at most 24 words go out.
 */
export function splitWords(text: string): string[] {
  const folded = unwrapped(foldText(text, LONGEST_TEXT))
    .replaceAll(/\bdata (?=(?:de|di|do|da|della|dell|d)\b)/gi, 'fecha ')
    .replaceAll(/['’`´]s\b/g, ' ')
    .replaceAll(/(?<=[\p{L}] ?)#/gu, ' no ')
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2')
    .replaceAll(/(\d)(\p{L})/gu, '$1 $2')
    .toLowerCase();
  const words = folded.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
  return joined(words)
    .filter((word) => !LITTLE_WORDS.has(word))
    .slice(0, MOST_WORDS);
}

/** Whether small words show a language that puts the main word first ("numéro de téléphone"). */
export function namesMainWordFirst(text: string): boolean {
  return /(^|[\s_])(de|del|di|da|do|du|des|della|dello|dell|van|of)([\s_]|$)|d['’]/i.test(
    text.slice(0, LONGEST_TEXT),
  );
}

function unwrapped(text: string): string {
  return text
    .trim()
    .replace(/__(?:c|pc|r|s|x|latitude__s)$/i, '')
    .replace(/(?<=[a-z\d])_c$/, '')
    .replace(/^(?:properties|property|fields|custom_fields|merge_fields|attributes|options|data)[._]+/i, '')
    .replace(
      /^(?:hs|hsa|pi|cf|udf|custom|custom_field|x_studio|x|mkto\d*|msdyn|new|acf|npsp|npe\d\d|npo\d\d|et4ae5|c|u|fld|wcf|zcf)_+(?=\p{L}{2})/iu,
      '',
    )
    .replace(/^cr[\da-f]{3,5}_(?=\p{L})/iu, '');
}

/** "e mail" is one word however it was written; so are others that punctuation tears apart. */
function joined(words: readonly string[]): string[] {
  const result: string[] = [];
  for (const word of words) {
    const before = result.at(-1);
    const together = before === undefined ? undefined : TORN.get(`${before} ${word}`);
    if (together === undefined) result.push(word);
    else result[result.length - 1] = together;
  }
  return result;
}

const TORN = new Map([
  ['e mail', 'email'],
  ['e mails', 'emails'],
  ['linked in', 'linkedin'],
  ['face book', 'facebook'],
  ['you tube', 'youtube'],
  ['git hub', 'github'],
  ['hub spot', 'hubspot'],
  ['whats app', 'whatsapp'],
  ['i ban', 'iban'],
  ['i pv', 'ipv'],
  ['tik tok', 'tiktok'],
  ['we chat', 'wechat'],
  ['news letter', 'newsletter'],
]);

const LITTLE_WORDS = new Set(
  (
    'a of for the an de di da do del della dello dell degli delle dei dal du des d l la le les el los las lo il gli ' +
    'der die das den dem van het een em en con com und y et e o ou oder ed your you su sus tu tus votre vos ihr ihre ' +
    'uw je jouw seu sua suo we o s per para por pour fur voor von vom zum zur au aux al alla allo nel na ao aos que qui wer wie'
  ).split(' '),
);
