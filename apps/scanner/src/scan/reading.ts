import type { ScanStep } from './scan-step.js';

/** What every read is given. */
export interface Reading {
  readonly signal: AbortSignal;
  readonly progress?: (step: ScanStep) => void;
}
