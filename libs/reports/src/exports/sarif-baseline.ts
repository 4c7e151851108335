import type { ReportedFinding, ScanOutcome } from '../model/scan-outcome.js';
import type { SarifBaselineState } from './sarif-log.js';

/** A finding with what became of it since the baseline. */
export interface ComparedFinding {
  readonly reported: ReportedFinding;
  readonly state: SarifBaselineState;
}

/**
 * Every finding that the baseline or this scan has, with what became of it in between (law 7, E21). What came after
 * the baseline and left again is in neither.
 */
export function againstBaseline({
  findings,
  comparison,
}: Pick<ScanOutcome, 'findings' | 'comparison'>): readonly ComparedFinding[] {
  const appeared = new Set(comparison.appeared);
  const updated = new Set(comparison.updated);
  const stateOf = ({ id }: ReportedFinding['finding']): SarifBaselineState => {
    if (appeared.has(id)) return 'new';
    return updated.has(id) ? 'updated' : 'unchanged';
  };
  return [
    ...findings
      .filter(({ finding }) => finding.observation !== 'absent')
      .map((reported) => ({ reported, state: stateOf(reported.finding) })),
    ...comparison.vanished.map((reported) => ({ reported, state: 'absent' as const })),
  ];
}
