import type { ScanOutcome } from '../model/scan-outcome.js';

/** What a scan found, as far as a week's report speaks of it. */
export type WeekOutcome = Pick<ScanOutcome, 'scan' | 'inventory' | 'missingSections' | 'findings' | 'news'>;

/** All that the weekly report is made from. Plain data. */
export interface WeekFacts {
  readonly organization: string;
  /** The day the report is for, YYYY-MM-DD in the policy's time zone. */
  readonly day: string;
  /**
   * The latest scan: what is there, with the news since the last weekly report that was sent, and with the findings of
   * which that news tells even where they are long gone. Null before the first scan.
   */
  readonly outcome: WeekOutcome | null;
  /** Whether a scan finished since the last weekly report; true before the first report. */
  readonly isScannedSince: boolean;
  /** Why the latest scan that was asked for failed, if none finished after it. */
  readonly failedScan: FailedScan | null;
  /** Names of those who look after a finding, by finding id. */
  readonly assignees: ReadonlyMap<string, string>;
  /** Oldest first, at most one a week. */
  readonly trend: readonly TrendPoint[];
}

export interface FailedScan {
  /** YYYY-MM-DD in the policy's time zone. */
  readonly day: string;
  readonly message: string;
  readonly step: string;
}

/** Open drift after a scan, by severity; what is for information only is left out. */
export interface TrendPoint {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  /** Of these, what the scan could not look at again. */
  readonly notObserved: number;
  /** Systems of which something could not be read. */
  readonly systemsNotRead: number;
}

/** The channel of `reports` on which weekly reports are remembered (law 7: news is against the last one). */
export const WEEKLY_CHANNEL = 'weekly';
