import type { Actor } from './actor.js';
import type { Capability, Source } from './fact.js';

/** How well a resource was read. Only `complete` lets a rule speak of absence, or close a finding (law 2). */
export type ReceiptStatus = 'complete' | 'partial' | 'denied' | 'unsupported' | 'failed';

/** What a connector says of each resource it was asked to read. Yielded, never swallowed. */
export interface Receipt {
  readonly kind: 'receipt';
  readonly source: Source;
  readonly capability: Capability;
  /** The object the receipt speaks of; absent for people and apps, which belong to the whole system. */
  readonly object?: string;
  readonly list?: string;
  readonly status: ReceiptStatus;
  /** A static sentence part for everything but `complete`: "chosen columns", "not supplied". Never a customer's value. */
  readonly reason?: string;
  /** Who must act, and how, or when it is tried again; absent where nothing can be done about it. */
  readonly actor?: Actor;
  readonly step?: string;
  /** The right that was not granted. */
  readonly scope?: string;
  /** Of records of companies, deals and other things: what is said of customers does not wait for it. */
  readonly notPeople?: true;
  /** Records, people, apps or fields read. */
  readonly read: number;
  /** First and last day covered, YYYY-MM-DD, where the resource says. */
  readonly window?: { readonly from: string | null; readonly to: string };
  /** The files this resource was read from, relative to the exports folder, without dates in their names: a part missing next time is not an absence. */
  readonly parts: readonly string[];
}
