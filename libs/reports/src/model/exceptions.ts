import { isExcepted } from '#rules/engine/exception.js';
import type { Disposition, Finding } from '#rules/engine/finding.js';
import { daysBetween } from '#rules/policy/term.js';
import { inReportOrder } from './report-order.js';
import type { ScanOutcome } from './scan-outcome.js';

/** A finding that a person accepted for a while. */
export interface ExceptionInForce {
  readonly finding: Finding;
  readonly disposition: Extract<Disposition, { kind: 'exception' }>;
  /** Whole days after the day of the scan until its last day; 0 on the last day. */
  readonly daysLeft: number;
  /** It ends within a week (law 5). */
  readonly endsSoon: boolean;
}

const WARNED_DAYS = 7;

/** Exceptions that hold on the day of the scan, those that end first in front. */
export function exceptionsInForce({
  findings,
  inventory,
  scan,
}: Pick<ScanOutcome, 'findings' | 'inventory' | 'scan'>): readonly ExceptionInForce[] {
  return inReportOrder(findings, inventory)
    .flatMap(({ finding }) => {
      const { disposition, observation } = finding;
      if (disposition.kind !== 'exception' || observation === 'absent') return [];
      if (!isExcepted(disposition, scan.asOf)) return [];
      const daysLeft = daysBetween(scan.asOf, disposition.until);
      return [{ finding, disposition, daysLeft, endsSoon: daysLeft <= WARNED_DAYS }];
    })
    .toSorted((one, other) => one.daysLeft - other.daysLeft);
}
