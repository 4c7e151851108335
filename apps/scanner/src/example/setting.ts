import type { BakeryState } from './planted.js';

/** What every writer of a file is told. */
export interface Setting {
  readonly seed: number;
  readonly state: BakeryState;
  /** The day on which the exports were made, YYYY-MM-DD. */
  readonly today: string;
}
