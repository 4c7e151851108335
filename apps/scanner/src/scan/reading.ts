import type { ReadProgress } from '#connectors/contract/connector.js';

/** What every read is given. */
export interface Reading {
  readonly signal: AbortSignal;
  readonly progress?: (step: ReadProgress) => void;
}
