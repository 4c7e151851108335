import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min.json' with { type: 'json' };

/** Countries whose national numbers are ten digits under +1, and need no table to be read. */
const NORTH_AMERICA: ReadonlySet<string> = new Set(['US', 'CA']);
/** Nobody writes a number longer than this; a note in the column is not searched for one. */
const LONGEST = 40;

/** The numbers in a cell as E.164, under the country of the policy; without a country only `+` numbers are read (E36). */
export function createPhoneReader(country: string | null): (cell: string) => readonly string[] {
  const region = country?.toUpperCase() ?? '';
  const isNorthAmerican = NORTH_AMERICA.has(region);
  const home = region as CountryCode;
  const options = isSupportedCountry(home, metadata) ? { defaultCountry: home } : {};
  const read = (part: string): readonly string[] => {
    if (part.length > LONGEST) return [];
    const quick = isNorthAmerican ? northAmerican(part) : null;
    if (quick !== null) return [quick];
    const number = parsePhoneNumberFromString(part.normalize('NFKC'), options, metadata);
    return number?.isPossible() === true ? [number.number] : [];
  };
  return (cell) => {
    if (!SEVERAL.test(cell)) return read(cell);
    // "Phone:(555) 010-1234, Mobile:..." and lists: several numbers in one cell.
    return [...new Set(cell.replace(LABELS, ';').split(SEPARATORS).flatMap(read))];
  };
}

const SEVERAL = /[;,/\n:]/u;
const SEPARATORS = /[;,/\n]+/u;
const LABELS = /\p{L}[\p{L} ]*:/gu;

/** What libphonenumber says of ten digits after an optional +1 or 1, without asking it (a test compares the two). */
function northAmerican(text: string): string | null {
  let digits = '';
  let isInternational = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits += text.charAt(index);
    else if (code === 43 && digits === '' && !isInternational) isInternational = true;
    else if (!(code === 32 || code === 40 || code === 41 || code === 45 || code === 46)) return null;
  }
  if (digits.length === 11 && digits.startsWith('1')) digits = digits.slice(1);
  else if (isInternational) return null;
  return digits.length === 10 && digits.charCodeAt(0) >= 50 ? `+1${digits}` : null;
}
