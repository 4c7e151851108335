/** Something a scan could not read, and who must act (law 2, law 8). */
export interface Gap {
  readonly kind: 'failed' | 'denied' | 'not_supplied' | 'partial' | 'unsupported';
  /** What could not be read, and what that means for the rest of the report. */
  readonly what: string;
  /** What to do about it; several where several exports are missing, none where the gap closes with another. */
  readonly steps: readonly string[];
}
