/** A range in A1 notation, as far as a scanner asks: whole rows or a block, 1-based. */
export interface CellRange {
  /** Null: the first tab. */
  readonly tab: string | null;
  readonly firstRow: number;
  /** Null: to the end. */
  readonly lastRow: number | null;
  readonly firstColumn: number;
  readonly lastColumn: number | null;
}

const RANGE = /^(?:('(?:[^']|'')*'|[^'!]+)!)?(?:\$?([A-Z]{1,3}))?\$?(\d+)?(?::\$?([A-Z]{1,3})?\$?(\d+)?)?$/u;

/** Reads `'Maria''s list'!1:5`, `Sheet1!A1:F1`, or only a tab's name. Null: it cannot be read. */
export function readCellRange(text: string, tabs: readonly string[]): CellRange | null {
  const whole = { firstRow: 1, lastRow: null, firstColumn: 1, lastColumn: null };
  const unquoted = text.startsWith("'") && text.endsWith("'") ? unquote(text) : text;
  if (tabs.includes(unquoted)) return { tab: unquoted, ...whole };
  const parts = RANGE.exec(text);
  if (parts === null || text === '') return null;
  const [, tab, fromColumn, fromRow, toColumn, toRow] = parts;
  const isBlock = text.slice((tab?.length ?? -1) + 1).includes(':');
  const firstRow = fromRow === undefined ? 1 : Number(fromRow);
  const firstColumn = fromColumn === undefined ? 1 : columnNumber(fromColumn);
  if (!isBlock && fromColumn === undefined) return null;
  return {
    tab: tab === undefined ? null : unquote(tab),
    firstRow,
    lastRow: isBlock ? (toRow === undefined ? null : Number(toRow)) : firstRow,
    firstColumn,
    lastColumn: isBlock ? (toColumn === undefined ? null : columnNumber(toColumn)) : firstColumn,
  };
}

export function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const before = Math.floor((number - 1) / 26);
  return (before === 0 ? '' : columnName(before)) + String.fromCodePoint(65 + rest);
}

/** A tab's name as it must stand in a range. */
export function quotedTab(title: string): string {
  return /^[A-Za-z_]\w*$/u.test(title) ? title : `'${title.replaceAll("'", "''")}'`;
}

function columnNumber(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0);
}

function unquote(tab: string): string {
  return tab.startsWith("'") ? tab.slice(1, -1).replaceAll("''", "'") : tab;
}
