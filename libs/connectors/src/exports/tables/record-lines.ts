import { FileProblem } from '../reading/file-problem.js';
import { limits } from '../reading/limits.js';
import type { LineBatch } from '../reading/lines.js';

/** Lines below the last record that are kept back: more than a footer has. */
const MOST_CLOSING = 20;
const TOTAL = /^((grand |sub)?totals?|sum|gesamt|summe|total général|totale|totaal)\b/i;

/** What a table's records are made of. */
export interface RecordShape {
  readonly width: number;
  /** Short lines are no damage: a sheet ends a line at its last filled cell. */
  readonly trimsLines: boolean;
  /** Lines with one filled cell are headings of groups: all lines are handed on. */
  readonly groups: boolean;
}

/** Filled while lines go by. */
export interface LinesOutcome {
  /** Lines whose cells cannot be told apart: more than the header has, or fewer. */
  ragged: number;
  firstRagged: number;
  /** Blank-line, total and footer lines below the last record. */
  closing: readonly (readonly string[])[];
}

/** What the receipt says of damaged lines; null if there are none. */
export function raggedReason({ ragged, firstRagged }: LinesOutcome): string | null {
  if (ragged === 0) return null;
  const lines = ragged === 1 ? '1 line has' : `${String(ragged)} lines have`;
  return `${lines} more or fewer cells than the header, the first is line ${String(firstRagged)}: export it again`;
}

interface Line {
  readonly cells: string[];
  readonly line: number;
}

/**
 * The records among the lines below a header: cells trimmed, as many as the header has. Blank lines, totals and
 * footers are no records; damaged lines are counted and left out, because nobody knows which cell is which.
 */
export async function* recordLines(
  batches: AsyncIterable<LineBatch>,
  shape: RecordShape,
  outcome: LinesOutcome,
): AsyncGenerator<LineBatch> {
  const sorter = new LineSorter(shape, outcome);
  let total = 0;
  for await (const batch of batches) {
    const rows: string[][] = [];
    const lines: number[] = [];
    for (let at = 0; at < batch.rows.length; at += 1) {
      // The reader made these cells for us and keeps none: cleaning them in place saves a copy of every row.
      const cells = batch.rows[at] as string[];
      sorter.sort(cells, batch.lines[at] ?? 0, rows, lines);
    }
    total += rows.length;
    if (total > limits.rows) throw new FileProblem('it has more than 50 million lines');
    if (rows.length > 0) yield { rows, lines };
  }
  sorter.close();
}

class LineSorter {
  private readonly shape: RecordShape;
  private readonly outcome: LinesOutcome;
  /** Lines that are a footer if nothing follows, and records or damage otherwise. */
  private pending: Line[] = [];
  private afterBlank = false;
  private readonly recent: string[][] = [];

  constructor(shape: RecordShape, outcome: LinesOutcome) {
    this.shape = shape;
    this.outcome = outcome;
  }

  sort(cells: string[], line: number, rows: string[][], lines: number[]): void {
    const filled = cleanCells(cells);
    if (filled === 0) {
      this.afterBlank = true;
      return;
    }
    if (this.shape.groups) this.remember(cells);
    else if (this.mayBeFooter(cells, filled)) {
      this.pending.push({ cells, line });
      if (this.pending.length > MOST_CLOSING) this.flush(rows, lines);
      return;
    }
    if (this.pending.length > 0) this.flush(rows, lines);
    this.afterBlank = false;
    this.keep({ cells, line }, filled, rows, lines);
  }

  close(): void {
    this.outcome.closing = this.shape.groups ? this.recent : this.pending.map(({ cells }) => cells);
  }

  private mayBeFooter(cells: readonly string[], filled: number): boolean {
    const { width, trimsLines } = this.shape;
    if (width === 1) return false;
    if (filled === 1) return this.afterBlank || (!trimsLines && cells.length < width) || isTotal(cells);
    return isTotal(cells);
  }

  private flush(rows: string[][], lines: number[]): void {
    for (const line of this.pending) {
      this.keep(line, line.cells.filter((cell) => cell !== '').length, rows, lines);
    }
    this.pending = [];
    this.afterBlank = false;
  }

  private keep({ cells, line }: Line, filled: number, rows: string[][], lines: number[]): void {
    const { width, trimsLines, groups } = this.shape;
    if (cells.length !== width) {
      // QuickBooks ends a total where its last figure stands.
      const isHeading = groups && (filled === 1 || isTotal(cells));
      const isShort = cells.length < width && !trimsLines && !isHeading;
      if (isShort || cells.slice(width).some((cell) => cell !== '')) {
        this.outcome.ragged += 1;
        this.outcome.firstRagged ||= line;
        return;
      }
      cells.length = Math.min(cells.length, width);
      while (cells.length < width) cells.push('');
    }
    rows.push(cells);
    lines.push(line);
  }

  private remember(cells: string[]): void {
    this.recent.push(cells);
    if (this.recent.length > MOST_CLOSING) this.recent.shift();
  }
}

function isTotal(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell !== '') ?? '';
  return first.length < 60 && TOTAL.test(first);
}

/** Trims in place and counts what is filled. */
function cleanCells(cells: string[]): number {
  let filled = 0;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? '';
    if (cell === '') continue;
    if (cell.length > limits.cellCharacters)
      throw new FileProblem('a cell holds more than a million characters');
    const needsTrim = isSpace(cell.charCodeAt(0)) || isSpace(cell.charCodeAt(cell.length - 1));
    const text = needsTrim ? cell.trim() : cell;
    if (needsTrim) cells[at] = text;
    if (text !== '') filled += 1;
  }
  return filled;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 160 || code === 0xfeff;
}
