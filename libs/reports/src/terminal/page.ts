import picocolors from 'picocolors';
import { printable } from './printable.js';
import { widthOf, wrap } from './wrap.js';

/** How a report is printed; a width outside 60 to 100 columns is brought there. */
export interface TextStyle {
  readonly colors: boolean;
  readonly width: number;
}

type Paint = (text: string) => string;

interface LineOptions {
  readonly indent?: number;
  /** Printed before the first line; the others stand under the text. */
  readonly mark?: string;
  readonly paint?: Paint;
  readonly paintMark?: Paint;
  /** Short text at the right end of the first line. */
  readonly right?: string;
  readonly paintRight?: Paint;
}

const plain: Paint = (text) => text;

/** A report under way: lines go in as text and come out wrapped, coloured and safe. Nothing else writes to it. */
export class Page {
  readonly paint: ReturnType<typeof picocolors.createColors>;
  private readonly width: number;
  private readonly lines: string[] = [];

  constructor({ colors, width }: TextStyle) {
    this.paint = picocolors.createColors(colors);
    this.width = Math.min(100, Math.max(60, Math.trunc(width) || 0));
  }

  /** One empty line, never two, and none at the top. */
  gap(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }

  /** A text over as many lines as it needs. */
  text(text: string, options: LineOptions = {}): void {
    const { indent = 0, paint = plain, paintMark = plain, paintRight = plain } = options;
    const mark = printable(options.mark ?? '');
    const right = printable(options.right ?? '');
    const margin = indent + widthOf(mark);
    const rightWidth = right === '' ? 0 : widthOf(right) + 2;
    const lines = wrap(text, Math.max(20, this.width - margin - rightWidth));
    for (const [at, line] of lines.entries()) {
      const start = at === 0 ? ' '.repeat(indent) + paintMark(mark) : ' '.repeat(margin);
      const fill = at === 0 && right !== '' ? this.width - margin - widthOf(line) - widthOf(right) : 0;
      const end = at === 0 && right !== '' ? ' '.repeat(Math.max(2, fill)) + paintRight(right) : '';
      this.lines.push(start + paint(line) + end);
    }
  }

  toString(): string {
    return this.lines.join('\n').trimEnd();
  }
}
