import type { ReportedFinding, ScanOutcome } from '../model/scan-outcome.js';
import type { SarifBaselineState } from './sarif-log.js';

/**
 * What became of each finding since the baseline (law 7, E21), by id; a finding that neither the baseline nor this
 * scan has is not there. Approved: what came and went is counted from the history; `updated` is what this scan
 * changed. Before the approval, the first scan stands in: what was first seen later is new, and in the first scan
 * itself everything is.
 */
export function baselineStates({
  findings,
  baseline,
}: Pick<ScanOutcome, 'findings' | 'baseline'>): ReadonlyMap<string, SarifBaselineState> {
  const isNew = baseline ? among(baseline.appeared) : cameAfterTheFirst(findings);
  const wasThere = baseline
    ? among(baseline.vanished)
    : (reported: ReportedFinding) => !cameAfterTheFirst(findings)(reported);
  return new Map(
    findings.flatMap((reported): readonly (readonly [string, SarifBaselineState])[] => {
      const { finding, change } = reported;
      if (finding.observation === 'absent') return wasThere(reported) ? [[finding.id, 'absent']] : [];
      if (isNew(reported)) return [[finding.id, 'new']];
      return [[finding.id, change === 'updated' ? 'updated' : 'unchanged']];
    }),
  );
}

function among(ids: readonly string[]): (reported: ReportedFinding) => boolean {
  const known = new Set(ids);
  return ({ finding }) => known.has(finding.id);
}

/** The day of the first scan is not in the outcome; the earliest day on which anything was seen stands for it. */
function cameAfterTheFirst(findings: readonly ReportedFinding[]): (reported: ReportedFinding) => boolean {
  const [first = ''] = findings.map(({ finding }) => finding.firstSeen).toSorted();
  return ({ finding, change }) => change === 'new' || finding.firstSeen > first;
}
