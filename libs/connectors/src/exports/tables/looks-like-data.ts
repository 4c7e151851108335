import { hasHeaderWord } from './header-words.js';

/**
 * Whether what should be the header is a record. Then the file has no header, and its columns are numbered: a
 * customer's value must not become the name of a field (law 1). In doubt a word that headers have decides, then
 * whether the cells differ in shape from what stands below them.
 */
export function looksLikeData(header: readonly string[], below: readonly (readonly string[])[]): boolean {
  const cells = header.map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  if (filled.some(isValue)) return true;
  if (filled.some((cell) => hasHeaderWord(cell))) return false;
  const columns = cells.map((cell, at) => ({ cell, values: valuesOf(below, at) }));
  const judged = columns.filter(({ cell, values }) => cell !== '' && values.length > 0);
  if (judged.length === 0) return false;
  if (judged.some(({ cell, values }) => values.includes(cell))) return true;
  return judged.every(({ cell, values }) => {
    const alike = values.filter((value) => shapeOf(value) === shapeOf(cell)).length;
    return alike >= values.length * 0.6;
  });
}

function valuesOf(below: readonly (readonly string[])[], at: number): readonly string[] {
  return below.map((row) => (row[at] ?? '').trim()).filter((value) => value !== '');
}

/** What no header is: an address, a phone number, a date, an amount, a street with its number, a long text. */
function isValue(cell: string): boolean {
  if (cell.length > 120) return true;
  if (/^\S+@\S+\.\S+$/.test(cell) || /<\S+@\S+\.\S+>/.test(cell)) return true;
  if (/^(https?:\/\/|www\.)\S+$/i.test(cell)) return true;
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(\D.*)?$/.test(cell)) return true;
  const digits = cell.replaceAll(/\D/g, '').length;
  if (digits >= 7 && /^[+(]?[\d\s().\-/x+]+$/i.test(cell)) return true;
  // Years head columns of yearly figures; other bare numbers head nothing.
  if (/^(19|20)\d\d$/.test(cell)) return false;
  if (/^[$€£]?\s?-?[\d.,' ]*\d\s?[$€£%]?$/.test(cell)) return true;
  return isStreet(cell);
}

function isStreet(cell: string): boolean {
  if (/^(street|address|adresse|line|addr|phone|e-?mail)\b/i.test(cell)) return false;
  return (
    /^\d{1,5}[a-z]?,?\s+\p{L}{2,}\s+\p{L}{2,}/iu.test(cell) ||
    /(street|st|avenue|ave|road|rd|lane|ln|straße|strasse|str|straat|weg|platz|gasse)\.?\s+\d{1,4}[a-z]?$/i.test(
      cell,
    ) ||
    /^(rue|via|viale|piazza|calle|avenida|rua)\s.*\d{1,4}[a-z]?$/i.test(cell)
  );
}

/** Words and their kind of letters: "Jane Doe" is "Aa Aa", "loyal since" is "a a". */
function shapeOf(text: string): string {
  return text
    .split(/\s+/)
    .map((word) =>
      word
        .replaceAll(/\p{Lu}{2,}/gu, 'AA')
        .replaceAll(/\p{Lu}/gu, 'A')
        .replaceAll(/[\p{Ll}\p{Lo}]+/gu, 'a')
        .replaceAll(/\d+/g, '0'),
    )
    .join(' ');
}
