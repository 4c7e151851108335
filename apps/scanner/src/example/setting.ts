/** The bakery on two days: what the second scan finds shows what a scan says of changes. */
export type BakeryState = 'first' | 'a-week-later';

/** What every writer of a file is told. */
export interface Setting {
  readonly seed: number;
  readonly state: BakeryState;
  /** The day on which the exports were made, YYYY-MM-DD. */
  readonly today: string;
  /** The day of the first exports: what lies before it is the same in both states. */
  readonly opening: string;
}
