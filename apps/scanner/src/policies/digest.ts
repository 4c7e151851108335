import { createHash } from 'node:crypto';

/** SHA-256 as lower-case hex: how a text of a policy is named. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
