import type { CapabilitySheet } from '#connectors/contract/connector.js';
import type { Capability } from '#connectors/contract/fact.js';
import type { VendorConnector } from '#connectors/contract/vendor-connector.js';

type Shown =
  | 'id'
  | 'title'
  | 'hosts'
  | 'dataCentres'
  | 'rateLimit'
  | 'partLimits'
  | 'costs'
  | 'oauth'
  | 'ways'
  | 'conditions'
  | 'cannotRead'
  | 'revokeByHand';

/** The data sheet of a connector, as far as the owner and whoever looks after her computers are shown it. */
export interface ConnectorOnPage extends Pick<VendorConnector<Capability>, Shown> {
  readonly capabilities: Readonly<Partial<Record<Capability, CapabilitySheet>>>;
  /** Each once. */
  readonly rights: readonly RightOnPage[];
}

/** A right with everything that it is good for. */
export interface RightOnPage {
  readonly scope: string;
  readonly reasons: readonly string[];
  /** What is lost without it. */
  readonly costs: readonly string[];
  readonly isOptional: boolean;
  /** Wider than what it is needed for. */
  readonly isOnlyIfChosen: boolean;
}
