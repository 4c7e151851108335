import type { Comparison } from '#rules/engine/compare.js';
import { isExcepted } from '#rules/engine/exception.js';
import type { Finding, FindingEvent } from '#rules/engine/finding.js';
import { EXCEPTION_ENDED } from '#rules/engine/news.js';

/**
 * Opens the findings whose exception ended before this scan, and says so in their history. A finding that is absent
 * keeps its old exception until it comes back: there is nothing to open.
 */
export function endExceptions(comparison: Comparison, asOf: string): Comparison {
  const events: FindingEvent[] = [];
  const findings = comparison.findings.map((finding): Finding => {
    if (!hasEnded(finding, asOf)) return finding;
    const { id, observation } = finding;
    events.push({
      findingId: id,
      change: 'unchanged',
      cause: 'disposition',
      observation,
      detail: EXCEPTION_ENDED,
    });
    return { ...finding, disposition: { kind: 'open' } };
  });
  // After what the scan saw: a finding that came back and is open again has come back first.
  return events.length === 0
    ? comparison
    : { ...comparison, findings, events: [...comparison.events, ...events] };
}

function hasEnded({ disposition, observation }: Finding, asOf: string): boolean {
  return observation !== 'absent' && disposition.kind === 'exception' && !isExcepted(disposition, asOf);
}
