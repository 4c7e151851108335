import type { Fault } from './fault.js';
import type { Token } from './token-store.js';
import type { VendorId } from './simulated-vendor.js';

/** One request and its answer, as they went over the wire. Values of headers are left out: there stand the tokens. */
export interface RecordedExchange {
  readonly vendor: VendorId;
  /** From 1, over all vendors. */
  readonly number: number;
  /** Simulated instant of arrival, milliseconds since 1970. */
  readonly at: number;
  /** From then until the answer was written, in simulated milliseconds. */
  readonly tookMs: number;
  readonly method: string;
  /** The vendor's own host that was meant, if the sender told. */
  readonly host: string;
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly requestHeaderNames: readonly string[];
  readonly requestContentType: string | null;
  readonly requestBody: string;
  /** Path template of the route; null: the vendor has no such endpoint. */
  readonly route: string | null;
  /** What kind of endpoint answered. */
  readonly kind: 'api' | 'oauth' | 'none';
  readonly token: Pick<Token, 'kind' | 'user' | 'scopes'> | null;
  /** Alternatives that the route asks for; one of them must be held. */
  readonly scopesAsked: readonly (readonly string[])[];
  readonly fault: Fault | null;
  readonly status: number;
  readonly answerHeaders: Readonly<Record<string, string>>;
  /** Null unless everything is recorded, or the connection was broken. */
  readonly answerBody: string | null;
}
