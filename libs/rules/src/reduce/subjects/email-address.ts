/** Shows the addresses of a cell, each as it joins (E9); most cells hold one. */
export function forEachAddress(cell: string, visit: (address: string) => void): void {
  if (!SEVERAL.test(cell)) {
    const address = joiningAddress(cell);
    if (address !== null) visit(address);
    return;
  }
  for (const part of cell.split(SEPARATORS)) {
    const address = joiningAddress(part);
    if (address !== null) visit(address);
  }
}

const SEVERAL = /[;,<>\s]/u;
const SEPARATORS = /[;,<>\s]+/u;

/**
 * An address as it is compared: NFKC, trimmed, lower case, `+tag` cut; for Gmail dots dropped, googlemail = gmail.
 * Null for what is no address.
 */
export function joiningAddress(text: string): string | null {
  const address = (isAscii(text) ? text : text.normalize('NFKC')).trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1) return null;
  const plus = address.indexOf('+');
  let local = plus > 0 && plus < at ? address.slice(0, plus) : address.slice(0, at);
  let domain = address.slice(at + 1);
  if (domain === 'googlemail.com') domain = 'gmail.com';
  if (domain === 'gmail.com') local = local.replaceAll('.', '');
  return local === '' ? null : `${local}@${domain}`;
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 126) return false;
  return true;
}
