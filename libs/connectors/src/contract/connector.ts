import type { Capability, ConnectorId, Facts, Source } from './fact.js';
import type { Receipt } from './receipt.js';

/** A right to ask for, with the reason the owner is shown. */
export interface ScopeReason {
  readonly scope: string;
  readonly reason: string;
  /** Asked for separately, and may be refused; what is lost without it: "no app's real use is seen". */
  readonly optional?: string;
  /** Optional, and wider than what it is needed for: asked for only if the owner switches it on. */
  readonly onlyIfChosen?: true;
}

/** What a connector says of one capability before it reads anything. */
export interface CapabilitySheet {
  /** Empty where reading needs no right of its own (a file on disk). */
  readonly scopes: readonly ScopeReason[];
  /** What is read, for the connect page: "contact fields and how many contacts fill them". */
  readonly reads: string;
}

/** So many requests in any span of that length. */
export interface Limit {
  readonly requests: number;
  readonly perMs: number;
}

/** A vendor's published limit; null where there is none (files). */
export interface RateLimit extends Limit {
  readonly concurrency: number;
  /** A second limit over a shorter span, where the vendor has both. */
  readonly burst?: Limit;
}

/** What every read is given, whatever the connector. */
export interface Session {
  /** Aborted when the scan is cancelled; a connector stops at the next record. */
  readonly signal: AbortSignal;
  /** Told now and then while reading, for people who wait. */
  readonly progress?: (step: ReadProgress) => void;
}

export interface ReadProgress {
  /** What is being read: a file's relative path or a resource. */
  readonly what: string;
  readonly records: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/**
 * One kind of tool, as a data sheet first. It says what is out there and knows no policy.
 * `C` are the capabilities it declares: a fact or receipt of any other kind does not compile.
 */
export interface Connector<C extends Capability, S extends Session> {
  readonly id: ConnectorId;
  readonly title: string;
  readonly capabilities: Readonly<Record<C, CapabilitySheet>>;
  readonly rateLimit: RateLimit | null;
  /** Which accounts does this session reach? Throws a UserActionError when there is nothing to read. */
  identify(session: S): Promise<readonly Source[]>;
  /** Everything there is, then a receipt per resource; several receipts of one resource add up. */
  read(session: S): AsyncIterable<Facts[C] | (Receipt & { readonly capability: C })>;
}

/** Keeps the literal capability set of a connector. */
export function defineConnector<C extends Capability, S extends Session>(
  connector: Connector<C, S>,
): Connector<C, S> {
  return connector;
}
