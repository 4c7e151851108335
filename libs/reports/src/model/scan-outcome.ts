import type { Cause, Change, Finding } from '#rules/engine/finding.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { NewsItem } from '#rules/engine/news.js';

/** All that any report of a scan is made from. Plain data: no report reads a database or a tool. */
export interface ScanOutcome {
  readonly scan: ScanFacts;
  /** With the person's words of `classify:` applied. */
  readonly inventory: Inventory;
  /** Optional sections the policy does not have: nothing was judged by them (E36). */
  readonly missingSections: readonly string[];
  /** Every finding but those absent since before this scan. */
  readonly findings: readonly ReportedFinding[];
  /** Against the last report a person was given (law 7). */
  readonly news: {
    /** Null: this is the first report. */
    readonly since: { readonly scan: string; readonly asOf: string } | null;
    readonly items: readonly NewsItem[];
  };
  /** The approved scan, and what changed since; null before the first approval. */
  readonly baseline: {
    readonly scan: string;
    readonly approvedBy: string;
    readonly approvedOn: string;
    /** Finding ids present now and not then, and the other way round. */
    readonly appeared: readonly string[];
    readonly vanished: readonly string[];
  } | null;
  /** What became of each finding since the approved scan or, before any approval, since the first one (E21). */
  readonly comparison: BaselineComparison;
}

/** In the first scan of all, everything has appeared. */
export interface BaselineComparison {
  /** Ids of findings that are there now and were not then. */
  readonly appeared: readonly string[];
  /** Ids of those that were there then too, and whose roles, scopes, type or category changed in between (law 4). */
  readonly updated: readonly string[];
  /** What was there then and is absent now, whenever it left. */
  readonly vanished: readonly ReportedFinding[];
}

export interface ScanFacts {
  readonly id: string;
  readonly organization: string;
  /** YYYY-MM-DD in the policy's time zone. */
  readonly asOf: string;
  /** UTC instants, ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly policyVersion: string;
  readonly rulesVersion: string;
}

export interface ReportedFinding {
  readonly finding: Finding;
  readonly change: Change;
  /** Null for `unchanged`, and for what stays unobserved. */
  readonly cause: Cause | null;
  /** Under an exception that has not ended on the day of the scan. */
  readonly excepted: boolean;
}
