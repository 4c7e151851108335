import type { ColumnRole } from '../../contract/fact.js';
import type { Column, Window } from '../formats/format.js';
import { FileProblem } from '../reading/file-problem.js';
import type { LineBatch } from '../reading/lines.js';
import { AmountColumn } from './amount-column.js';
import { DateColumn } from './date-column.js';

/** Records looked at before the first is handed on: enough to tell how a column writes dates and amounts. */
const LOOK_AHEAD = 5_000;

const DATES: ReadonlySet<ColumnRole | undefined> = new Set([
  'created',
  'activity',
  'opt_in',
  'opt_out',
  'purchase_date',
] as const);

interface Reader {
  readonly at: number;
  readonly role: ColumnRole | undefined;
  readonly column: DateColumn | AmountColumn;
}

/** How a table writes dates, by country and kind of file. */
interface Place {
  readonly country: string | null;
  /** A sheet of a workbook. */
  readonly isSheet: boolean;
}

/**
 * Makes the dates and amounts of records comparable, in columns with a role only: whoever joins records need not know
 * how each country writes them. Cells are changed where they stand.
 */
export class ComparableCells {
  private readonly readers: readonly Reader[];
  private readonly place: Place;

  constructor(columns: readonly Column[], place: Place) {
    this.place = place;
    this.readers = columns.flatMap(({ role }, at): readonly Reader[] => {
      if (role === 'amount') return [{ at, role, column: new AmountColumn() }];
      if (!DATES.has(role)) return [];
      return [{ at, role, column: new DateColumn({ keepsWords: role === 'opt_out' }) }];
    });
  }

  /** The same records, in the same batches. */
  async *of(batches: AsyncIterable<LineBatch>): AsyncGenerator<LineBatch> {
    if (this.readers.length === 0) {
      yield* batches;
      return;
    }
    let waiting: LineBatch[] | null = [];
    let count = 0;
    let problem: FileProblem | null = null;
    try {
      for await (const batch of batches) {
        if (waiting === null) {
          yield this.read(batch);
          continue;
        }
        waiting.push(batch);
        count += batch.rows.length;
        if (count < LOOK_AHEAD) continue;
        const first = waiting;
        waiting = null;
        this.settle(first);
        for (const one of first) yield this.read(one);
      }
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      problem = error;
    }
    if (waiting !== null) {
      this.settle(waiting);
      for (const batch of waiting) yield this.read(batch);
    }
    if (problem !== null) throw problem;
  }

  /** First to last day of a purchase; where the table has no such column, of an activity. Undefined if there is none. */
  window(): Window | undefined {
    const ofRole = (wanted: ColumnRole) =>
      this.readers.flatMap(({ role, column }) =>
        role === wanted && column instanceof DateColumn ? [column] : [],
      );
    const purchases = ofRole('purchase_date');
    const columns = purchases.length > 0 ? purchases : ofRole('activity');
    const from = columns.flatMap(({ first }) => first ?? []).toSorted()[0];
    const to = columns
      .flatMap(({ last }) => last ?? [])
      .toSorted()
      .at(-1);
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  /** Why not every date and amount could be read; null if all were. */
  doubt(): string | null {
    const doubts = new Set(this.readers.flatMap(({ column }) => column.doubt ?? []));
    return doubts.size === 0 ? null : [...doubts].toSorted().join('; ');
  }

  private settle(batches: readonly LineBatch[]): void {
    for (const { at, column } of this.readers) {
      if (column instanceof DateColumn) column.settle(cellsAt(batches, at), this.place.country);
      else column.settle(cellsAt(batches, at), this.place.isSheet);
    }
  }

  private read(batch: LineBatch): LineBatch {
    // The reader made these rows for us and keeps none: a copy of each would cost as much as parsing it.
    const rows = batch.rows as string[][];
    for (const { at, column } of this.readers) {
      if (column instanceof DateColumn) readDates(rows, at, column);
      else readAmounts(rows, at, column);
    }
    return batch;
  }
}

// Two loops, each with one kind of column: a call that is always the same costs nothing.
function readDates(rows: readonly string[][], at: number, column: DateColumn): void {
  for (const row of rows) {
    const cell = row[at] ?? '';
    if (cell === '') continue;
    const read = column.read(cell);
    if (read !== cell) row[at] = read;
  }
}

function readAmounts(rows: readonly string[][], at: number, column: AmountColumn): void {
  for (const row of rows) {
    const cell = row[at] ?? '';
    if (cell === '') continue;
    const read = column.read(cell);
    if (read !== cell) row[at] = read;
  }
}

function* cellsAt(batches: readonly LineBatch[], at: number): Generator<string> {
  for (const { rows } of batches) for (const row of rows) yield row[at] ?? '';
}
