import type { Disposition, Finding } from '#rules/engine/finding.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { NewsItem } from '#rules/engine/news.js';
import type { Policy } from '#rules/policy/policy.js';

/** All that the audit pack of a quarter is made from, as it was known at one instant. Plain data. */
export interface QuarterFacts {
  /** First and last day, YYYY-MM-DD in the policy's time zone. */
  readonly from: string;
  readonly day: string;
  readonly policy: Policy;
  readonly policySaved: { readonly day: string; readonly by: string | null } | null;
  /** What was saved within the quarter, oldest first. */
  readonly policyChanges: readonly PolicyChange[];
  /** The last scan of the quarter; null: there was none before its end. */
  readonly scan: AuditedScan | null;
  /** Scans that ended within the quarter. */
  readonly scans: number;
  /** What the quarter is compared with; null where nothing is known of its beginning. */
  readonly start: AuditStart | null;
  /** What was there at the last scan, or was not looked at since it was. */
  readonly findings: readonly AuditedFinding[];
  /** What became of findings within the quarter: of each the outcome, once. */
  readonly changes: readonly AuditedChange[];
  /** What the policy's duties come to on the last day. */
  readonly duties: readonly AuditedDuty[];
  readonly baseline: { readonly by: string; readonly on: string } | null;
}

export interface PolicyChange {
  readonly day: string;
  readonly by: string;
  readonly note: string | null;
}

export interface AuditedScan {
  readonly id: string;
  /** The day it is about, and how many days before the last day of the quarter that was. */
  readonly asOf: string;
  readonly daysOld: number;
  readonly rulesVersion: string;
  readonly policyVersion: string;
  /** False: the policy changed since, and nothing has been judged by the new one. */
  readonly isUnderPolicyInForce: boolean;
  /** With the person's words of `classify:`; null: old scans keep no inventory. */
  readonly inventory: Inventory | null;
}

export interface AuditStart {
  readonly asOf: string;
  /** False: the first scan there is, within the quarter. */
  readonly isBeforeQuarter: boolean;
  readonly inventory: Inventory;
}

export interface AuditedFinding {
  readonly finding: Finding;
  /** That held on the last day. */
  readonly exception: Extract<Disposition, { kind: 'exception' }> | null;
}

export interface AuditedChange extends Omit<NewsItem, 'findingId'> {
  readonly finding: Pick<Finding, 'id' | 'rule' | 'system' | 'connector' | 'subject'>;
  /** YYYY-MM-DD of its last event. */
  readonly day: string;
}

export interface AuditedDuty {
  /** "The audit was due on 30 September 2026" */
  readonly title: string;
  readonly remedy: string;
  readonly isOverdue: boolean;
}
