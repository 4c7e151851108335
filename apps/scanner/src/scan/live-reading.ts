import type { Fact, Source } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';

/** One account that a scan reads over the network. */
export interface LiveReading {
  /** The policy's system it feeds, and the vendor's account. */
  readonly source: Source;
  /** Whether a simulated vendor answers. */
  readonly isSimulated: boolean;
  read(): AsyncIterable<Fact | Receipt>;
}
