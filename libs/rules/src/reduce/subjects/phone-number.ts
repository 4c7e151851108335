import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

/** Countries whose national numbers are ten digits under +1, and need no table to be read. */
const NORTH_AMERICA: ReadonlySet<string> = new Set(['US', 'CA']);
/** Nobody writes a number longer than this; a note in the column is not searched for one. */
const LONGEST = 40;
/** Shorter ones are extensions, and cost a thrown error each to be told so. */
const SHORTEST = 5;

/** Reads phone numbers as E.164. */
export interface PhoneReader {
  /** Shows the numbers of a cell, each once; most cells hold one. */
  forEachNumber(cell: string, visit: (number: string) => void): void;
}

/** Under the country of the policy; without one only `+` numbers are read (E36). */
export function createPhoneReader(country: string | null): PhoneReader {
  const read = createNumberReader(country);
  return {
    forEachNumber(cell, visit) {
      if (!SEVERAL.test(cell)) {
        const number = read(cell);
        if (number !== null) visit(number);
        return;
      }
      // "Phone:(555) 010-1234, Mobile:..." and lists: several numbers in one cell.
      const numbers = new Set(cell.replace(LABELS, ';').split(SEPARATORS).map(read));
      for (const number of numbers) if (number !== null) visit(number);
    },
  };
}

function createNumberReader(country: string | null): (text: string) => string | null {
  const home = (country?.toUpperCase() ?? '') as CountryCode;
  const isNorthAmerican = NORTH_AMERICA.has(home);
  const options = isSupportedCountry(home, metadata) ? { defaultCountry: home } : {};
  return (text) => {
    if (text.length < SHORTEST || text.length > LONGEST) return null;
    const quick = isNorthAmerican ? northAmerican(text) : null;
    if (quick !== null) return quick;
    const number = parsePhoneNumberFromString(text.normalize('NFKC'), options, metadata);
    return number?.isPossible() === true ? number.number : null;
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
