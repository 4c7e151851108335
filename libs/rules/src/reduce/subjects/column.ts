import { giveBack } from './give-back.js';

type Cells = Uint8Array | Uint16Array | Uint32Array;

/** Columns grow by pieces of this many cells: nothing is copied, and little stands empty. */
const PIECE_BITS = 12;
const PIECE = 1 << PIECE_BITS;
const WITHIN = PIECE - 1;

/** A column of numbers that grows, 0 where nothing was set, and that takes no room before the first other number. */
export class Column {
  private pieces: Cells[] = [];
  private readonly create: (length: number) => Cells;

  private constructor(create: (length: number) => Cells) {
    this.create = create;
  }

  static ofBytes(): Column {
    return new Column((length) => new Uint8Array(length));
  }

  static ofDays(): Column {
    return new Column((length) => new Uint16Array(length));
  }

  static ofIds(): Column {
    return new Column((length) => new Uint32Array(length));
  }

  get(index: number): number {
    return this.pieces[index >>> PIECE_BITS]?.[index & WITHIN] ?? 0;
  }

  set(index: number, value: number): void {
    const at = index >>> PIECE_BITS;
    let piece = this.pieces[at];
    if (piece === undefined) {
      if (value === 0) return;
      while (this.pieces.length <= at) this.pieces.push(this.create(PIECE));
      piece = this.pieces[at];
      if (piece === undefined) return;
    }
    piece[index & WITHIN] = value;
  }

  /** Keeps the larger of what is there and what comes. */
  raise(index: number, value: number): void {
    if (value > this.get(index)) this.set(index, value);
  }

  /** Gives the memory back. */
  clear(): void {
    giveBack(...this.pieces);
    this.pieces = [];
  }
}
