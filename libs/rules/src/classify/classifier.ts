import type { FieldCategory, Sensitivity } from '#connectors/contract/category.js';

/** What is known of a field before judging it. Any part may be missing: "" or []. Values stay in memory. */
export interface FieldEvidence {
  readonly system: string;
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly options: readonly string[];
  readonly sampleValues: readonly string[];
}

export interface FieldVerdict {
  readonly category: FieldCategory;
  readonly sensitivity: Sensitivity;
  /** 0 to 1, calibrated: of all verdicts given at 0.9 or more, 97 % are right. */
  readonly confidence: number;
  /** One sentence for a person; quotes names and labels, never a value. */
  readonly reason: string;
}

/** Evidence in, verdict out, no I/O; same input, same output on every machine. */
export type FieldClassifier = (evidence: FieldEvidence) => FieldVerdict;
