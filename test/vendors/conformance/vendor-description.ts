import type { RecordedExchange } from '../core/recorded-exchange.js';

/** Something that differs from what a vendor publishes. */
export interface Deviation {
  /** The published endpoint, or what was asked where there is none. */
  readonly endpoint: string;
  readonly what: string;
}

/** What a vendor publishes of its interface, as far as an exchange can be held against it. */
export interface VendorDescription {
  /** What is wrong with one exchange; empty if nothing is. Answers that a fault changed are not looked at. */
  deviationsOf(exchange: RecordedExchange): readonly Deviation[];
  /** Alternatives of rights, each of those that are needed together; null where none are published. */
  rightsFor(exchange: RecordedExchange): readonly (readonly string[])[] | null;
  /** The published endpoint that was asked; null if there is none. */
  endpointOf(exchange: RecordedExchange): string | null;
}
