import { ownCopy } from '../own-copy.js';
import { Column } from './column.js';

/** Longer ids than this are no ids; file and row stand in. */
const LONGEST_ID = 64;
const NUMBER = /^[1-9]\d{0,13}$/u;
const TEXT = /^[\w.:-]+$/u;

/** Where one record can be found again: `number` is a numeric id or a row, `text` another id or a file. */
export interface Reference {
  readonly rank: typeof NUMERIC | typeof TEXTUAL | typeof IN_FILE;
  readonly number: number;
  readonly text: string;
}

const NUMERIC = 0;
const TEXTUAL = 1;
const IN_FILE = 2;

const TWO_TO_32 = 2 ** 32;
/** Above every number of 14 digits: the id is no number. */
const IS_TEXT = 0xffff;

/** For every record of one resource its id in the vendor's opaque form, else file and row; 4 to 6 bytes each. */
export class References {
  /** The lower half of an id that is a number, or where an id that is none stands among the texts. */
  private readonly lower = Column.ofIds();
  private readonly upper = Column.ofDays();
  private readonly rows = Column.ofIds();
  private readonly fileOf = Column.ofDays();
  private readonly files: string[] = [];
  /** Ids that are no numbers, one after the other: a byte of length, then ASCII. */
  private readonly texts = Column.ofBytes();
  private textLength = 0;

  /** `id` is "" and `row` 0 where there is none. */
  set(record: number, id: string, file: string, row: number): void {
    if (NUMBER.test(id))
      return this.setHalves(record, Number(id) % TWO_TO_32, Math.floor(Number(id) / TWO_TO_32));
    if (isOpaque(id)) return this.setHalves(record, this.placeOfText(id), IS_TEXT);
    if (row > 0) this.setRow(record, file, row);
  }

  /** Keeps the first of several rows, by file name and row: which came first must not matter (law 6). */
  setFirstRow(record: number, file: string, row: number): void {
    const known = this.rows.get(record);
    if (known === 0) return this.setRow(record, file, row);
    const knownFile = this.fileAt(record);
    if (file < knownFile || (file === knownFile && row < known)) this.setRow(record, file, row);
  }

  /** Null where a record has neither id nor row. */
  of(record: number): Reference | null {
    const upper = this.upper.get(record);
    if (upper === IS_TEXT) return { rank: TEXTUAL, number: 0, text: this.textAt(this.lower.get(record)) };
    const id = upper * TWO_TO_32 + this.lower.get(record);
    if (id > 0) return { rank: NUMERIC, number: id, text: '' };
    const row = this.rows.get(record);
    return row === 0 ? null : { rank: IN_FILE, number: row, text: this.fileAt(record) };
  }

  private setHalves(record: number, lower: number, upper: number): void {
    this.lower.set(record, lower);
    this.upper.set(record, upper);
  }

  private placeOfText(id: string): number {
    const place = this.textLength + 1;
    this.texts.set(place, id.length);
    for (let at = 0; at < id.length; at += 1) this.texts.set(place + 1 + at, id.charCodeAt(at));
    this.textLength = place + id.length;
    return place;
  }

  private textAt(place: number): string {
    let text = '';
    const end = place + this.texts.get(place);
    for (let at = place + 1; at <= end; at += 1) text += String.fromCharCode(this.texts.get(at));
    return text;
  }

  private setRow(record: number, file: string, row: number): void {
    let index = this.files.lastIndexOf(file);
    if (index === -1) index = this.files.push(file) - 1;
    this.rows.set(record, row);
    this.fileOf.set(record, index);
  }

  private fileAt(record: number): string {
    return this.files[this.fileOf.get(record)] ?? '';
  }
}

/** The reference to a single record: `id` is "" and `row` 0 where there is none. Null where it has neither. */
export function referenceTo(id: string, file: string, row: number): Reference | null {
  if (NUMBER.test(id)) return { rank: NUMERIC, number: Number(id), text: '' };
  if (isOpaque(id)) return { rank: TEXTUAL, number: 0, text: ownCopy(id) };
  return row > 0 ? { rank: IN_FILE, number: row, text: file } : null;
}

/** An id that looks like an address is none (law 1). */
function isOpaque(id: string): boolean {
  return id !== '' && id.length <= LONGEST_ID && TEXT.test(id);
}

/** A fixed order of references: numeric ids, other ids, places in files. */
export function compareReferences(left: Reference, right: Reference): number {
  if (left.rank !== right.rank) return left.rank - right.rank;
  if (left.text !== right.text) return left.text < right.text ? -1 : 1;
  return left.number - right.number;
}

/** As a person is shown it. */
export function referenceText({ rank, number, text }: Reference): string {
  if (rank === NUMERIC) return String(number);
  return rank === TEXTUAL ? text : `${text}:${number}`;
}
