import type { Limit } from '../contract/connector.js';
import { type Right, rights } from './google-rights.js';

/**
 * What People and Sheets take of one person. Sheets': https://developers.google.com/workspace/sheets/api/limits. Google
 * shows People's in the project only; where it is less, Google says so, and the guard waits.
 */
export const googlePartLimits = {
  people: { requests: 90, perMs: 60_000 },
  sheets: { requests: 60, perMs: 60_000 },
} as const satisfies Readonly<Record<string, Limit>>;

/** The part of Google's interface that a right opens, where that has a limit of its own. */
export function limitedPartOf(right: Right): keyof typeof googlePartLimits | undefined {
  if (right === rights.contacts) return 'people';
  return right === rights.sheets ? 'sheets' : undefined;
}
