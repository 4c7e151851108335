import type { ConnectorId } from '#connectors/contract/fact.js';
import type { RuleId } from './rule-id.js';
import type { Evidence, ReadFrom, Severity } from './rule.js';

/** The machine's axis: what the last scan of its system could say. */
export type Observation = 'present' | 'absent' | 'not_observed';

/** The human's axis. An exception always has a reason, an approver and an end (law 5). */
export type Disposition =
  | { readonly kind: 'open' }
  | { readonly kind: 'acknowledged'; readonly by: string; readonly on: string }
  | {
      readonly kind: 'exception';
      readonly reason: string;
      readonly approver: string;
      /** Last day on which the exception holds, YYYY-MM-DD. */
      readonly until: string;
      readonly on: string;
    };

/** What a scan did to a finding, against the previous scan of its system (E21). */
export type Change = 'new' | 'updated' | 'unchanged' | 'fixed' | 'gone' | 'reopened' | 'not_observed';

/** Why it changed. Only `data` is ever called fixed (E22). */
export type Cause = 'data' | 'policy' | 'rules' | 'disposition';

/** A violation with a stable identity, followed over time. */
export interface Finding {
  /** Public, never changes: the first 16 hex digits of its first identity. */
  readonly id: string;
  /** Full identity hashes; the first is the one it was born with, later ones are aliases (E20). */
  readonly identities: readonly string[];
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly system: string | null;
  readonly connector: ConnectorId | null;
  readonly account: string | null;
  readonly objectType: string;
  readonly objectId: string;
  readonly subject: string;
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
  readonly evidence: Evidence;
  readonly contentHash: string;
  /** What it was last read from, with the files: all of it must be read again before an absence counts. */
  readonly readFrom: readonly SeenIn[];
  readonly observation: Observation;
  readonly disposition: Disposition;
  /** The policy version it broke when last seen. */
  readonly policyVersion: string;
  /** Days on which it was first and last seen, YYYY-MM-DD. */
  readonly firstSeen: string;
  readonly lastSeen: string;
}

export interface SeenIn extends ReadFrom {
  readonly parts: readonly string[];
}

/** One entry of the append-only history; the current state of a finding follows from its events. */
export interface FindingEvent {
  readonly findingId: string;
  readonly change: Change;
  readonly cause: Cause;
  readonly observation: Observation;
  /** What a person should know beside the change: "role: member → admin". Never a customer's value. */
  readonly detail: string | null;
}
