import type { RuleId } from '#rules/engine/rule-id.js';

/** A rule that something breaks, and what the finding is about that says so. */
export interface BrokenRule {
  readonly rule: RuleId;
  /** Null: it is about no system, as of a vendor. */
  readonly system: string | null;
  readonly subject: string;
}
