import Papa from 'papaparse';

/** A spreadsheet runs a cell that starts like this; names of fields, files and apps are anybody's text. */
const LIKE_A_FORMULA = /^\s*[=+\-@]|^[\t\r\n]/u;

/** A table for a spreadsheet, as RFC 4180 has it. A cell that would be a formula starts with an apostrophe. */
export function csvTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const data = rows.map((row) => [...row]);
  const text = Papa.unparse(
    { fields: [...columns], data },
    { escapeFormulae: LIKE_A_FORMULA, newline: '\r\n' },
  );
  return text.endsWith('\r\n') ? text : `${text}\r\n`;
}
