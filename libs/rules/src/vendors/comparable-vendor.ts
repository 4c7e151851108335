import { comparableName } from '../policy/comparable-name.js';

const LEGAL_FORMS = new Set(
  'inc incorporated llc ltd limited corp corporation co company plc gmbh ag bv sa sarl srl pty pbc'.split(
    ' ',
  ),
);

/**
 * A vendor's name as it is compared: case, punctuation, spaces, legal form and a closing ".com" do not matter,
 * so "Intuit, Inc." is "intuit" and "Quick Books" is "quickbooks". Names of nothing but signs stay as they are.
 */
export function comparableVendor(name: string): string {
  const words = comparableName(name)
    .replace(/\.com\b/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words.join('') || comparableName(name);
}
