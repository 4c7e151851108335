import Papa from 'papaparse';

/** papaparse's parser without its streamer, which guesses and buffers: it takes text and says how far it came. */
interface TextParser {
  parse(
    text: string,
    baseIndex: number,
    ignoreLastRow: boolean,
  ): { data: string[][]; errors: readonly { code: string }[]; meta: { cursor: number } };
}
const TextParser = Papa.Parser as unknown as new (config: { delimiter: string; newline: '\n' }) => TextParser;

export interface ParsedLines {
  readonly rows: string[][];
  /** Characters used; the rest is the beginning of a row that is not all there yet. */
  readonly used: number;
  /** A quotation mark is opened and never closed: everything behind it went into one cell. */
  readonly isUnclosed: boolean;
}

/** Rows of a text whose lines end with `\n`. papaparse's own errors are dropped: they may quote what they read. */
export function parseLines(text: string, delimiter: string, ignoreLastRow: boolean): ParsedLines {
  const { data, errors, meta } = new TextParser({ delimiter, newline: '\n' }).parse(text, 0, ignoreLastRow);
  return {
    rows: data,
    used: meta.cursor,
    isUnclosed: errors.some(({ code }) => code === 'MissingQuotes'),
  };
}
