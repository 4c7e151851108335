import Papa from 'papaparse';
import { isIn, type Plan } from './planted.js';
import { Random } from './random.js';
import type { Setting } from './setting.js';

/** A column of an export: its header, what stands in it, and what the plan says of it. */
export interface PlannedColumn<R> extends Plan {
  readonly header: string;
  /** `random` is this cell's own; `opening` the day of the first exports, on which the past hangs. */
  readonly value: (record: R, random: Random, opening: string) => string;
}

export type Row = readonly string[];

/** Header and rows of the columns that are in this state's export. */
export function tableOf<R>(
  columns: readonly PlannedColumn<R>[],
  records: readonly R[],
  { seed, state, opening }: Setting,
): readonly Row[] {
  const present = columns.filter((column) => isIn(state, column));
  return [
    present.map(({ header }) => header),
    ...records.map((record, index) =>
      present.map(({ header, value }) => value(record, new Random(seed, `${header} ${index}`), opening)),
    ),
  ];
}

/** CSV text. Some tools quote every cell, some only where needed; some end lines as Windows does. */
export function csvOf(
  rows: readonly Row[],
  {
    quoteAll = false,
    newline = '\n',
    delimiter = ',',
  }: { quoteAll?: boolean; newline?: string; delimiter?: string } = {},
): string {
  return (
    Papa.unparse(
      rows.map((row) => [...row]),
      { quotes: quoteAll, newline, delimiter },
    ) + newline
  );
}
