import type { Capability, ConnectorId } from '#connectors/contract/fact.js';
import type { Policy } from '../policy/policy.js';
import type { Inventory } from './inventory.js';
import type { RuleId } from './rule-id.js';

export type Severity = 'info' | 'low' | 'medium' | 'high';

/** What a rule may look at. Nothing else: no clock, no file, no other scan but the approved one. */
export interface RuleInput {
  readonly policy: Policy;
  /** With the person's words of `classify:` already applied. */
  readonly inventory: Inventory;
  /** The inventory a person approved, for `field.new` and `app.new`; null before the first approval. */
  readonly baseline: Inventory | null;
}

/** Names and counts for a person to check; never a customer's value. */
export type Evidence = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What a rule says of one thing. The engine adds identity, rule id and default severity. */
export interface Violation {
  /** Null for `vendor.*` and `program.*` (E30). */
  readonly system: string | null;
  readonly connector: ConnectorId | null;
  readonly account: string | null;
  /** With `objectId` the immutable identity (law 4): `field`, `category`, `person`, `app`, `vendor`, `duty`, `file`. */
  readonly objectType: string;
  readonly objectId: string;
  /** What an export calls the same object, where a connection calls it otherwise (E20). Not part of the identity. */
  readonly objectIdInExports?: string;
  /** Shown to people (E30): `contact.birthday`, an address, an app or vendor name. */
  readonly subject: string;
  /** The resources this violation was read from; closing it needs them complete. Null object: the whole system. */
  readonly readFrom: readonly ReadFrom[];
  /** What was found, one line. */
  readonly title: string;
  /** What it is and why it matters, in the owner's words. */
  readonly message: string;
  /** What to do, as a step the owner can take. */
  readonly remedy: string;
  /** Only where the table of DESIGN 6 lets it differ from the rule's own (E19). */
  readonly severity?: Severity;
  readonly evidence: Evidence;
  /** What makes a finding `updated` when it changes: roles, scopes, type, category. Not labels, counts, dates, wording. */
  readonly content: Readonly<Record<string, string | readonly string[] | null>>;
}

export interface ReadFrom {
  readonly system: string;
  readonly capability: Capability;
  readonly object: string | null;
  readonly list: string | null;
}

/** A pure function of policy and inventory. One file per rule. */
export interface Rule {
  readonly id: RuleId;
  readonly title: string;
  readonly severity: Severity;
  /** Capabilities whose full reading an absence rests on (law 2); empty for rules about the policy itself. */
  readonly needs: readonly Capability[];
  /**
   * Rules of one family report the gravest thing only, one finding per object. While a graver one can not be
   * observed, a lesser one of its family does not open beside it.
   */
  readonly family?: string;
  evaluate(input: RuleInput): Iterable<Violation>;
  /**
   * Whether this scan can not say that a finding of this rule is absent, although every resource was read: a window
   * that is too short, a column that was not exported (E11, law 2). Without it, complete resources say it all.
   */
  isSilentOn?(
    finding: { readonly system: string | null; readonly objectId: string },
    input: RuleInput,
  ): boolean;
  /**
   * Whether what was found now is only some of what was known before. From a tool that was not read in full that is no
   * news: the rest was not looked at (law 2).
   */
  saysLess?(before: Evidence, now: Evidence): boolean;
}
