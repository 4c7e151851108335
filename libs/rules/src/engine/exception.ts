import type { Disposition, Finding } from './finding.js';

/** The one place that decides whether a finding is excepted on a day (law 5). The last day still counts. */
export function isExcepted(disposition: Disposition, day: string): boolean {
  return disposition.kind === 'exception' && day <= disposition.until;
}

/** Drift: there, or not looked at since it was (docs/decisions/0010), and not under an unexpired exception. */
export function isDrift(finding: Pick<Finding, 'observation' | 'disposition'>, day: string): boolean {
  return finding.observation !== 'absent' && !isExcepted(finding.disposition, day);
}
