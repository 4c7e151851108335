import picocolors from 'picocolors';
import { printable } from './printable.js';
import { widthOf, wrap } from './wrap.js';

/** How a report is printed; a width outside 60 to 100 columns is brought there. */
export interface TextStyle {
  readonly colors: boolean;
  readonly width: number;
  /** What commands need to reach the same findings, such as `--data-dir data/demo`. */
  readonly commandOptions?: string;
}

export type Paint = (text: string) => string;

/** A short text in a fixed place of a line. */
export interface Cell {
  readonly text: string;
  readonly paint?: Paint;
}

interface LineOptions {
  readonly indent?: number;
  readonly paint?: Paint;
  /** Before the first line; the others stand under the text. */
  readonly left?: readonly Cell[];
  /** At the right end of the first line; where there is too little room, behind the text. */
  readonly right?: readonly Cell[];
}

/** Where less than this is left for the text, cells of the right go behind it, the leftmost first. */
const ROOM_FOR_TEXT = 26;

/** A report under way: text goes in, lines come out, wrapped, coloured and safe to print. Nothing else makes lines. */
export class Page {
  readonly paint: ReturnType<typeof picocolors.createColors>;
  private readonly width: number;
  private readonly commandOptions: string;
  private readonly lines: string[] = [];

  constructor({ colors, width, commandOptions = '' }: TextStyle) {
    this.commandOptions = commandOptions;
    this.paint = picocolors.createColors(colors);
    this.width = Math.min(100, Math.max(60, Math.trunc(width) || 0));
  }

  /** One empty line, never two, and none at the top. */
  gap(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }

  /** A heading of a section, with a line above. */
  heading(text: string, paint: Paint = this.paint.bold): void {
    this.gap();
    this.text(text, { paint });
  }

  /** A text over as many lines as it needs. */
  text(text: string, { indent = 0, paint, left = [], right = [] }: LineOptions = {}): void {
    const margin = indent + widthOfCells(left);
    const room = this.width - margin;
    const cells = right.filter((cell) => cell.text !== '');
    let whole = text;
    let rightWidth = widthAtRight(cells);
    while (cells.length > 0 && room - rightWidth < ROOM_FOR_TEXT) {
      whole = `${whole}, ${cells.shift()?.text.trim() ?? ''}`;
      rightWidth = widthAtRight(cells);
    }
    const lines = wrap(whole, room - rightWidth);
    for (const [at, line] of lines.entries()) {
      const isFirst = at === 0;
      const start = ' '.repeat(indent) + (isFirst ? painted(left) : ' '.repeat(margin - indent));
      const end = isFirst && cells.length > 0 ? ' '.repeat(room - rightWidth - widthOf(line)) : '';
      const tail = isFirst ? cells.map((cell) => `  ${painted([cell])}`).join('') : '';
      this.lines.push(start + (paint ? paint(line) : line) + end + tail);
    }
  }

  /** A command as the reader can type it. */
  command(words: string): string {
    return `npx --no-install plumbline ${words}${this.commandOptions === '' ? '' : ` ${this.commandOptions}`}`;
  }

  toString(): string {
    return this.lines.join('\n');
  }
}

/** Cells at the right stand two columns apart. */
function widthAtRight(cells: readonly Cell[]): number {
  return widthOfCells(cells) + 2 * cells.length;
}

function widthOfCells(cells: readonly Cell[]): number {
  return cells.reduce((sum, { text }) => sum + widthOf(printable(text)), 0);
}

function painted(cells: readonly Cell[]): string {
  return cells.map(({ text, paint }) => (paint ? paint(printable(text)) : printable(text))).join('');
}

/** A text brought to a width with spaces at its end. */
export function padded(text: string, width: number): string {
  const safe = printable(text);
  return safe + ' '.repeat(Math.max(0, width - widthOf(safe)));
}
