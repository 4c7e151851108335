import type { Severity } from '#rules/engine/rule.js';
import type { TrendPoint } from './week-facts.js';

/** The weekly report in words, in the order in which it is read. What renders it adds nothing but looks. */
export interface WeeklyReport {
  /** Told at once, and not in its turn. */
  readonly isAlert?: true;
  readonly organization: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** The news: "2 new, 1 fixed". */
  readonly news: string;
  /** `quiet` only if all that was asked for was read, and nothing is open, new or due. */
  readonly tone: 'quiet' | 'unsure' | 'drift';
  /** What it all comes to, in a few sentences. A quiet week has three, and no sections. */
  readonly summary: readonly string[];
  /** Those that have something to say; what could not be read is the first (law 2). */
  readonly sections: readonly WeeklySection[];
  /** Empty with fewer than two points: one point is no trend. */
  readonly trend: readonly TrendPoint[];
  /** Findings that the sections only count. */
  readonly unlisted: number;
}

export type WeeklySectionKind = 'unread' | 'new' | 'open' | 'fixed' | 'gone' | 'exceptions' | 'duties';

export interface WeeklySection {
  readonly kind: WeeklySectionKind;
  readonly heading: string;
  readonly items: readonly WeeklyItem[];
}

/** One thing to know: what, why it matters, what to do. */
export interface WeeklyItem {
  readonly severity: Severity | null;
  readonly what: string;
  /** Beside it, in short: "came back", "open for 3 weeks", "with Tom". */
  readonly remarks: readonly string[];
  readonly why: string | null;
  /** What to do; several where several exports are missing. */
  readonly steps: readonly string[];
  /** Where several findings share what, why and steps: what tells each from the others. */
  readonly lines: readonly WeeklyLine[];
  /** Further ones that are not listed. */
  readonly more: number;
  /** The finding, where it is a single one. */
  readonly finding: string | null;
}

export interface WeeklyLine {
  readonly text: string;
  readonly remarks: readonly string[];
  readonly finding: string;
}
