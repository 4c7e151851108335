import type { Format } from '../formats/format.js';
import { formats } from '../formats/formats.js';
import type { LineBatch } from '../reading/lines.js';
import { hasHeaderWord } from './header-words.js';
import { looksLikeData } from './looks-like-data.js';
import { plainName } from './plain-name.js';

/** Lines looked at to find the header. */
export const HEAD_LINES = 64;
/** A header further down than this is not looked for. */
const DEEPEST_HEADER = 20;

/** Where the table begins in the lines of a file, and what kind it is. */
export interface FoundTable {
  readonly format: Format | null;
  /** Headers as they stand, trimmed; "" where there is none. All "" in a file without a header. */
  readonly header: readonly string[];
  readonly names: readonly string[];
  readonly titles: readonly (readonly string[])[];
  /** Number of leading lines that are no records. */
  readonly skip: number;
}

/** Finds the header among the first lines; null if nothing is filled in. */
export function findTable(head: LineBatch['rows']): FoundTable | null {
  const known = findKnown(head);
  if (known !== null) return known;
  const at = findHeader(head);
  if (at === null) return null;
  const below = head.slice(at + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
  const row = head[at] ?? [];
  const width = widthOf(row, below);
  const cells = Array.from({ length: width }, (_, column) => clean(row[column] ?? ''));
  const isHeaderless = looksLikeData(cells, below.slice(0, 40));
  const header = isHeaderless ? cells.map(() => '') : cells;
  return {
    format: null,
    header,
    names: header.map((cell) => plainName(cell)),
    titles: head.slice(0, at),
    skip: isHeaderless ? at : at + 1,
  };
}

function findKnown(head: LineBatch['rows']): FoundTable | null {
  for (let at = 0; at < Math.min(head.length, DEEPEST_HEADER); at += 1) {
    const header = withoutEmptyEnd((head[at] ?? []).map(clean));
    if (header.length < 2) continue;
    const names = header.map((cell) => plainName(cell));
    const set = new Set(names);
    const format = formats.find((candidate) => candidate.recognises(set));
    if (format !== undefined) return { format, header, names, titles: head.slice(0, at), skip: at + 1 };
  }
  return null;
}

/**
 * The first line that is about as full as the fullest: titles above a header fill one or two cells. If that is a
 * record, a header with gaps may stand above it.
 */
function findHeader(head: LineBatch['rows']): number | null {
  const filled = head.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const fullest = Math.max(0, ...filled);
  if (fullest === 0) return null;
  const at = firstWith(filled, Math.ceil(fullest * 0.7));
  if (at === -1) return firstWith(filled, 1);
  const below = head.slice(at + 1);
  if (below.length > 0 && !looksLikeData(head[at] ?? [], below)) return at;
  const above = firstWith(filled.slice(0, at), Math.max(2, Math.ceil(fullest * 0.4)));
  const cells = above === -1 ? [] : (head[above] ?? []);
  return cells.some(hasHeaderWord) && !looksLikeData(cells, []) ? above : at;
}

function firstWith(filled: readonly number[], least: number): number {
  return filled.slice(0, DEEPEST_HEADER).findIndex((count) => count >= least);
}

/** Empty cells at the end of the header are columns only if something stands below them. */
function widthOf(header: readonly string[], below: LineBatch['rows']): number {
  let width = withoutEmptyEnd(header).length;
  for (let column = header.length - 1; column >= width; column -= 1) {
    if (below.some((row) => (row[column] ?? '').trim() !== '')) width = column + 1;
  }
  return width;
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

function clean(cell: string): string {
  return cell.replace(/^\uFEFF/, '').trim();
}
