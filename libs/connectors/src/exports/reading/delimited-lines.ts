import { FileProblem } from './file-problem.js';
import { guessDelimiter } from './guess-delimiter.js';
import { limits } from './limits.js';
import type { LineBatch } from './lines.js';
import { parseLines } from './parse-lines.js';

const HEAD = 64 * 2 ** 10;

/**
 * Rows of a delimited text, as the text comes in. Throws a FileProblem for a line that is too long, a quotation
 * mark that is never closed, and an empty file.
 */
export async function* delimitedLines(text: AsyncIterable<string>): AsyncGenerator<LineBatch> {
  let delimiter: string | null = null;
  let rest = '';
  let line = 1;
  for await (const part of withPlainLineEnds(text)) {
    // Without a line's end there is nothing to parse yet, and parsing again and again would take forever.
    const hasEnd = part.includes('\n');
    rest += part;
    if (!hasEnd) {
      refuseTooLong(rest.length);
      continue;
    }
    if (delimiter === null) {
      if (rest.length < HEAD) continue;
      [delimiter, rest, line] = begin(rest);
    }
    const parsed = parseLines(rest, delimiter, true);
    if (parsed.rows.length > 0) yield numbered(parsed.rows, rest, parsed.used, line);
    line += countLineEnds(rest, parsed.used);
    rest = rest.slice(parsed.used);
    refuseTooLong(rest.length);
  }
  if (delimiter === null) [delimiter, rest, line] = begin(rest);
  if (rest === '') return;
  const { rows, isUnclosed } = parseLines(rest, delimiter, false);
  // The row with the open quotation mark holds everything behind it; a line's end is followed by an empty row.
  if (isUnclosed || rest.endsWith('\n')) rows.pop();
  if (rows.length > 0) yield numbered(rows, rest, rest.length, line);
  if (isUnclosed) throw new FileProblem('a quotation mark is opened and never closed');
}

/** The delimiter; a first line `sep=;`, which Excel writes and understands, is taken at its word. */
function begin(head: string): [delimiter: string, rest: string, line: number] {
  const said = /^sep=([,;\t])\n/i.exec(head);
  if (said?.[1] !== undefined) return [said[1], head.slice(said[0].length), 2];
  const end = head.lastIndexOf('\n', HEAD * 2);
  return [guessDelimiter(end > 0 ? head.slice(0, end) : head.slice(0, HEAD * 2)), head, 1];
}

/** `\r\n`, `\r` and `\n` all become `\n`, also inside quotes, where nobody needs the difference. */
async function* withPlainLineEnds(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of text) {
    let part = held + chunk;
    held = '';
    if (part.endsWith('\r')) {
      held = '\r';
      part = part.slice(0, -1);
    }
    yield plain(part);
  }
  if (held !== '') yield '\n';
}

function plain(part: string): string {
  if (!part.includes('\r')) return part;
  const unix = part.replaceAll('\r\n', '\n');
  return unix.includes('\r') ? unix.replaceAll('\r', '\n') : unix;
}

function numbered(rows: string[][], text: string, used: number, first: number): LineBatch {
  const lines = Array.from<number>({ length: rows.length });
  const isOneLineEach = !text.includes('"') || countLineEnds(text, used) <= rows.length;
  let line = first;
  for (let at = 0; at < rows.length; at += 1) {
    lines[at] = line;
    line += 1;
    if (isOneLineEach) continue;
    for (const cell of rows[at] ?? []) if (cell.includes('\n')) line += countLineEnds(cell, cell.length);
  }
  return { rows, lines };
}

function countLineEnds(text: string, before: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < before; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function refuseTooLong(characters: number): void {
  if (characters > limits.lineCharacters) {
    throw new FileProblem(
      'a line is longer than 16 million characters: a quotation mark may be missing, or it is no table',
    );
  }
}
