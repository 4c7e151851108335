import { isDrift } from '#rules/engine/exception.js';
import type { Severity } from '#rules/engine/rule.js';
import type { ScanOutcome } from './scan-outcome.js';
import { isAtLeast } from './severity.js';

/**
 * What a command ends with after a scan (E23): 2 if a resource failed or was denied, else 1 if there is drift of
 * `failOn` or a higher severity, else 0. Known limits of what could be read do not count, and neither does `info`.
 */
export function exitCodeOf(outcome: ScanOutcome, failOn: Severity): 0 | 1 | 2 {
  const receipts = outcome.inventory.systems.flatMap((system) => system.receipts);
  if (receipts.some(({ status }) => status === 'failed' || status === 'denied')) return 2;
  const least = failOn === 'info' ? 'low' : failOn;
  const isBroken = outcome.findings.some(
    ({ finding }) => isDrift(finding, outcome.scan.asOf) && isAtLeast(finding.severity, least),
  );
  return isBroken ? 1 : 0;
}
