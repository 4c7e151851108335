import { isValidIBAN } from 'ibantools';
import { foldText } from '../text/fold-text.js';
import { isCardNumber } from './card-number.js';
import { GIVEN_NAMES } from './given-names.js';
import { isPersonNumber } from './person-numbers.js';
import { TOWN_NAMES } from './town-names.js';
import { VALUE_WORDS } from './value-words.js';

const LONGEST_VALUE = 300;

/** What one value looks like. A value has exactly one kind: the most telling one. */
export type ValueKind =
  | 'email'
  | 'profileUrl'
  | 'imageUrl'
  | 'url'
  | 'ip'
  | 'iban'
  | 'card'
  | 'maskedNumber'
  | 'personNumber'
  | 'dateTime'
  | 'date'
  | 'birthLikeDate'
  | 'shortDate'
  | 'phone'
  | 'uuid'
  | 'coordinate'
  | 'decimal'
  | 'year'
  | 'smallNumber'
  | 'number'
  | 'postalCode'
  | 'passwordHash'
  | 'credential'
  | 'userAgent'
  | 'timeZone'
  | 'json'
  | 'gender'
  | 'marital'
  | 'language'
  | 'country'
  | 'status'
  | 'bool'
  | 'salutation'
  | 'role'
  | 'personName'
  | 'oneName'
  | 'twoCapitals'
  | 'companyName'
  | 'town'
  | 'postalAddress'
  | 'streetLine'
  | 'handle'
  | 'code'
  | 'sentence'
  | 'words'
  | 'empty';

/** The kind of one value; reads its first 300 characters, linear in them. */
export function valueKind(value: string): ValueKind {
  const text = value.slice(0, LONGEST_VALUE).trim();
  if (text === '') return 'empty';
  return exactKind(text) ?? wordKind(foldText(text, LONGEST_VALUE).toLowerCase()) ?? shapeKind(text);
}

function exactKind(text: string): ValueKind | undefined {
  if (isPersonNumber(text)) return 'personNumber';
  for (const [kind, shape] of SHAPES) if (shape.test(text)) return kind;
  if (/^[A-Z]{2}\d{2}[A-Z\d ]{10,40}$/.test(text) && isValidIBAN(text.replaceAll(' ', ''))) return 'iban';
  if (/^\d[\d -]{11,22}$/.test(text) && isCardNumber(text.replaceAll(/[ -]/g, ''))) return 'card';
  return undefined;
}

const SHAPES: readonly (readonly [ValueKind, RegExp])[] = [
  ['email', /^["']?[\p{L}\d._%+'-]{1,64}@[\p{L}\d.-]{1,120}\.\p{L}{2,24}["']?$/u],
  ['email', /^[^<>@]{0,80}<[\p{L}\d._%+-]{1,64}@[\p{L}\d.-]{1,120}>$/u],
  ['imageUrl', /^https?:\/\/\S+\.(?:jpe?g|png|gif|webp|svg|heic)(?:\?\S*)?$/i],
  ['imageUrl', /^[\w./-]{1,80}\.(?:jpe?g|png|heic)$/i],
  ['imageUrl', /^https?:\/\/\S*(?:avatar|gravatar|photo|profile-pic)\S*$/i],
  [
    'profileUrl',
    /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?(?:linkedin\.com\/in|facebook\.com|fb\.com|twitter\.com|x\.com|instagram\.com|github\.com|xing\.com\/profile|tiktok\.com|youtube\.com\/@)\/?\S*$/i,
  ],
  ['url', /^(?:https?:\/\/|www\.)\S+$/i],
  ['ip', /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/],
  ['ip', /^(?=.*:.*:)[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}$/i],
  ['uuid', /^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/i],
  ['passwordHash', /^(?:\$2[aby]\$|\$argon2|\$P\$|\$6\$|\$1\$|pbkdf2|sha256\$|\{SSHA\})\S+$/],
  ['credential', /^(?:tok|sk|pk|rk|ghp|xox[bp]|key|secret|whsec|sess)[_-][\w-]{8,}$/],
  ['credential', /^eyJ[\w-]{8,}\.[\w.-]+$/],
  ['userAgent', /^(?:Mozilla|Opera|Dalvik|okhttp)\/\d/],
  [
    'timeZone',
    /^(?:Africa|America|Asia|Atlantic|Australia|Europe|Pacific|Etc|US)\/[A-Za-z_/]+$|^(?:UTC|GMT)[+-]?\d{0,2}:?\d{0,2}$/,
  ],
  ['maskedNumber', /^(?:[*•xX·]{2,}[ -]?){1,5}\d{2,4}$/],
  ['json', /^[[{]["[{].*[\]}]$/],
  ['dateTime', /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}|^\d{1,2}[./]\d{1,2}[./]\d{4},? \d{1,2}:\d{2}/],
  [
    'birthLikeDate',
    /^(?:19[0-8]\d|199\d|200\d|201[0-2])-\d{2}-\d{2}$|^\d{1,2}[./-]\d{1,2}[./-](?:19\d{2}|200\d|201[0-2])$|^(?:19\d{2}|200\d|201[0-2])\/\d{1,2}\/\d{1,2}$/,
  ],
  [
    'date',
    /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$|^\d{1,2} \p{L}{3,9} \d{4}$|^\p{L}{3,9} \d{1,2}, \d{4}$|^\d{1,2}\. \p{L}{3,9} \d{4}$/u,
  ],
  ['shortDate', /^(?:0?[1-9]|1[0-2])\/(?:\d{2}|\d{4})$|^\d{4}-(?:0[1-9]|1[0-2])$|^\d{2}-\d{2}$/],
  ['coordinate', /^-?\d{1,3}\.\d{4,}(?:\s*[,;]\s*-?\d{1,3}\.\d{4,})?$|^-?\d{1,3}\.\d{3,}°? ?[NSEW]/],
  [
    'decimal',
    /^[-+]?[$€£]? ?\d{1,3}(?:[.,]\d{3})*[.,]\d{1,2} ?[$€£%]?$|^[-+]?\d+[.,]\d{1,3} ?[€$£%]?$|^[$€£] ?\d[\d.,]*$|^\d[\d.,]* ?(?:[€$£%]|EUR|USD|GBP)$/,
  ],
  ['year', /^(?:19[3-9]\d|20[0-4]\d)$/],
  ['smallNumber', /^-?\d{1,3}$/],
  [
    'phone',
    /^\+\d[\d ().-]{6,20}(?: ?(?:x|ext\.?) ?\d{1,5})?$|^\(\d{2,5}\) ?\d[\d -]{4,12}$|^0\d{1,4}[ /-]\d[\d /-]{4,14}$|^\d{3}[ .-]\d{3}[ .-]\d{3,4}(?: ?(?:x|ext\.?) ?\d{1,5})?$|^0[1-9](?:[ .]\d{2}){4}$|^\d{2,4}[ -]\d{2,4}[ -]\d{2,4}(?:[ -]\d{2,4})?$|^0\d{3} \d{3} \d{3}$|^\d{3} \d{2} \d{2} \d{2}$|^\d{2} \d{4,5}-?\d{4}$/,
  ],
  [
    'postalCode',
    /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$|^[A-Z]\d[A-Z] ?\d[A-Z]\d$|^\d{5}-\d{3,4}$|^\d{4} ?[A-Z]{2}$|^\d{4}-\d{3}$|^[A-Z]\d{2} ?[A-Z\d]{4}$|^0\d{4}$/,
  ],
  ['number', /^-?\d+$/],
];

function wordKind(folded: string): ValueKind | undefined {
  for (const kind of WORD_KINDS) if (VALUE_WORDS[kind].has(folded)) return kind;
  return undefined;
}

const WORD_KINDS = [
  'bool',
  'gender',
  'marital',
  'role',
  'salutation',
  'status',
  'country',
  'language',
] as const;

function shapeKind(text: string): ValueKind {
  if (/^@[\w.]{2,40}$/.test(text)) return 'handle';
  if (COMPANY.test(text)) return 'companyName';
  if (STREET.test(text)) return /\d{4,}|,\s*\p{L}|\s-\s\p{L}/u.test(text) ? 'postalAddress' : 'streetLine';
  const words = text.split(/\s+/);
  if (words.length > 4 || /[.!?]\s|[.!?]$/.test(text)) return words.length > 3 ? 'sentence' : 'words';
  if (words.length === 1) return oneWordKind(text);
  if (isPersonName(text)) return 'personName';
  if (isTown(text)) return 'town';
  return /^\p{Lu}[\p{Ll}'’-]+,?(?: (?:(?:van|de|der|den|von|di|da|do|dos|le|la|del) )?\p{Lu}[\p{L}'’-]+,?){1,3}$/u.test(
    text,
  )
    ? 'twoCapitals'
    : 'words';
}

const COMPANY =
  /\b(?:ltd|llc|inc|gmbh|co|corp|plc|s\.?l\.?|s\.?a\.?|s\.?r\.?l\.?|sarl|sas|lda|ltda|b\.?v\.?|n\.?v\.?|kg|ag|e\.?v\.?|group|bakery|studio|cafe|café|consulting|holding|services|solutions|partners|associates|foundation|bäckerei|ferretería|panadería)\.?$/iu;

const STREET =
  /^\d{1,5}[a-z]? \p{Lu}[\p{L}. ]{2,40}\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|way|court|ct|place|pl|close|terrace|row)\b|^(?:calle|c\/|avenida|avda|av\.?|paseo|plaza|rua|travessa|praça|via|viale|corso|piazza|largo|vicolo|rue|place|chemin|allée|impasse|\d{1,4},? (?:bis )?(?:rue|avenue|av\.?|bd|boulevard|place|chemin|allée|impasse|quai))\b|^(?:am|an der|an den|auf der|auf dem|im|in der|in den|zum|zur|unter den|hinter der|vor dem|op de|aan de|de|het|'t) \p{Lu}[\p{L}. -]{1,30} \d{1,4}[a-z]?$|^\p{Lu}[\p{L}. -]{1,40}(?:str\.?|straße|strasse|weg|platz|allee|gasse|ring|damm|straat|laan|plein|gracht|kade|dreef|singel|steenweg) \d{1,4}/iu;

function oneWordKind(text: string): ValueKind {
  if (/^\p{Lu}\p{Ll}+(?:[-']\p{Lu}\p{Ll}+)?$/u.test(text)) {
    if (GIVEN_NAMES.has(foldText(text, 40).toLowerCase())) return 'oneName';
    return isTown(text) ? 'town' : 'words';
  }
  if (/^[a-z][a-z\d._]*\d+$|^[a-z]+[._][a-z]+$/.test(text.slice(0, 60))) return 'handle';
  if (/\d/.test(text)) return 'code';
  return 'words';
}

function isTown(text: string): boolean {
  return TOWN_NAMES.has(foldText(text, 40).toLowerCase());
}

function isPersonName(text: string): boolean {
  if (
    !/^(?:\p{Lu}[\p{L}'’.-]*|van|de|der|den|von|di|da|do|dos|del|la|le|el|y|e)(?:,? (?:\p{Lu}[\p{L}'’.-]*|van|de|der|den|von|di|da|do|dos|del|la|le|el|y|e)){1,4}$/u.test(
      text,
    )
  )
    return false;
  return foldText(text, 80)
    .toLowerCase()
    .split(/[ ,-]+/)
    .some((word) => GIVEN_NAMES.has(word));
}
