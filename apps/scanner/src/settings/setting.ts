import type { z } from 'zod';

/** A setting: what it is for, what it may be, and what it is if nobody says anything (undefined: off). */
export interface Setting<T extends z.ZodType = z.ZodType> {
  readonly is: T;
  readonly usually?: string;
  readonly sentence: string;
  /** What it may be, for a message that must not repeat what was given. */
  readonly form: string;
  readonly isSecret?: true;
}

/** Keeps the literal type of each. */
export function setting<T extends z.ZodType>(one: Setting<T>): Setting<T> {
  return one;
}
