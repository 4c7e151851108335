import type { z } from 'zod';
import type { Session } from './connector.js';
import type { Refusal } from './refusal.js';

/** What came back over the wire, whatever SDK fetched it. */
export interface VendorAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As received, not parsed: it may be HTML, cut off, or empty. */
  readonly body: string;
}

/** What an answer means, by the vendor's own table. */
export type Verdict =
  | { readonly kind: 'fine' }
  /** Overload or a limit: asked again after `afterMs`, or after our own pause where the vendor names none (null). */
  | { readonly kind: 'wait'; readonly afterMs: number | null; readonly reason: string }
  /** The access token is not taken: renewed once, then asked again. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The one door to a vendor. Paced, retried, read-only, and only to the vendor's hosts: see kit/guard. */
export interface VendorAccess {
  /**
   * One read through the vendor's SDK. `call` is given an access token, may be called again, and must not retry by
   * itself. Gives the parts of the JSON answer that `shape` names. Throws a ReadRefusedError if the resource cannot be
   * read, whoever must act; nothing of the answer is in it. `part`: which of the sheet's `partLimits` holds for it too.
   */
  read<T>(shape: z.ZodType<T>, call: (token: string) => Promise<VendorAnswer>, part?: string): Promise<T>;
}

/** What a log told in earlier scans, so that it is read on from there. Never a customer's value; plain JSON. */
export interface LogMemory {
  /** Null at the first scan. */
  readonly before: unknown;
  /** Stored with the scan, or not at all. */
  keep(next: unknown): void;
}

/** What a read of a connected account is given. */
export interface VendorSession extends Session {
  /** The policy's name for the system this account feeds. */
  readonly system: string;
  /** What `identify` said when the account was connected; absent while connecting. */
  readonly account?: string;
  readonly vendor: VendorAccess;
  /** Rights that were granted, as the vendor names them; null where the vendor does not tell (keys). */
  readonly granted: ReadonlySet<string> | null;
  /** Names of fields that a person named in the policy: read too, also if the data sheet says they hold nothing personal. */
  readonly alsoRead: readonly string[];
  /** The organization's own mail domains, lower case: who is outside. */
  readonly ownDomains: readonly string[];
  /** Addresses of the organization's people elsewhere, lower case: a small business may use free accounts. */
  readonly ownAddresses?: readonly string[];
  readonly memory: LogMemory;
  /** The present instant; handed in, so that tests have no calendar. */
  readonly now: () => Date;
}
