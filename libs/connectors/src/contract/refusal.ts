import type { Actor } from './actor.js';
import type { ReceiptStatus } from './receipt.js';

/** Why a resource could not be read, in the words of its receipt. Static sentences: never a secret or a customer's value. */
export interface Refusal {
  readonly status: Exclude<ReceiptStatus, 'complete'>;
  /** What happened, as the part of a sentence: "the permission was not granted". */
  readonly reason: string;
  readonly actor: Actor;
  /** What to do, or when it is tried again: a whole sentence for the owner. */
  readonly step: string;
  /** The right that is missing, where that is the cause. */
  readonly scope?: string;
}
