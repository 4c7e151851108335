import { FileProblem } from './file-problem.js';
import { limits } from './limits.js';
import type { LineBatch } from './lines.js';
import { dateText, type DateStyles } from './number-formats.js';
import { readXml, type XmlListener } from './xml.js';

/**
 * Lines of a sheet as text: dates as YYYY-MM-DD[ HH:MM:SS], formulas by the result that was saved with them. Lines end
 * at their last cell; a gap between lines is one empty line.
 */
export async function* sheetLines(
  bytes: AsyncIterable<Buffer>,
  strings: readonly string[],
  styles: DateStyles,
): AsyncGenerator<LineBatch> {
  const sheet = new SheetListener(strings, styles);
  for await (const _ of readXml(bytes, sheet)) {
    const batch = sheet.take();
    if (batch.rows.length > 0) yield batch;
  }
}

class SheetListener implements XmlListener {
  private readonly strings: readonly string[];
  private readonly styles: DateStyles;
  private rows: string[][] = [];
  private lines: number[] = [];
  private cells: string[] = [];
  private line = 0;
  private column = 0;
  private type = '';
  private style = 0;
  private value = '';
  private isValue = false;

  constructor(strings: readonly string[], styles: DateStyles) {
    this.strings = strings;
    this.styles = styles;
  }

  take(): LineBatch {
    const batch = { rows: this.rows, lines: this.lines };
    this.rows = [];
    this.lines = [];
    return batch;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') {
      this.column = columnOf(attributes['r']) ?? this.column + 1;
      if (this.column > limits.columns) throw new FileProblem('a sheet has more than 2,000 columns');
      this.type = attributes['t'] ?? '';
      this.style = Number(attributes['s'] ?? 0);
      this.value = '';
    } else if (name === 'v' || name === 't') this.isValue = true;
    else if (name === 'row') this.beginRow(Number.parseInt(attributes['r'] ?? '', 10) || this.line + 1);
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') {
      this.rows.push(this.cells);
      this.lines.push(this.line);
    }
  }

  private beginRow(line: number): void {
    if (line > this.line + 1) {
      this.rows.push([]);
      this.lines.push(this.line + 1);
    }
    this.line = line;
    this.column = 0;
    this.cells = [];
  }

  private endCell(): void {
    const text = this.cellText();
    if (text === '') return;
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells[this.column - 1] = text;
  }

  private cellText(): string {
    const { type, value } = this;
    if (type === 's') return this.strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'true' : value === '' ? '' : 'false';
    if (type === 'e') return '';
    if (type === 'd') return value.replace('T', ' ').replace(/ 00:00:00(\.0+)?$/, '');
    if (type === 'str' || type === 'inlineStr' || value === '') return value;
    if (this.styles.dates.has(this.style)) {
      return dateText(Number(value), this.styles.startsIn1904) ?? value;
    }
    return numberText(value);
  }
}

/** `B12` is column 2. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? null : column;
}

/** As a person sees it: no exponent in long numbers, no noise behind the fifteenth digit. */
function numberText(value: string): string {
  if (/^-?\d{1,15}(\.\d{1,6})?$/.test(value)) return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (Number.isInteger(number)) return BigInt(number).toString();
  return String(Number(number.toPrecision(15)));
}
