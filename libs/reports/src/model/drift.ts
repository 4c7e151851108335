import { isDrift } from '#rules/engine/exception.js';
import type { Severity } from '#rules/engine/rule.js';
import { inReportOrder } from './report-order.js';
import { type RuleWords, sharedBy, wordsOf } from './rule-words.js';
import type { ReportedFinding, ScanOutcome } from './scan-outcome.js';
import { severities } from './severity.js';
import { systemTitle } from './tool-words.js';

export interface DriftOfSeverity {
  readonly severity: Severity;
  readonly count: number;
  readonly groups: readonly DriftGroup[];
}

/** Findings that share an explanation. */
export interface DriftGroup {
  readonly words: RuleWords;
  /** "crm (HubSpot)" if all of them are about that one system. */
  readonly onlySystem: string | null;
  /** System by system, in the order of every report. */
  readonly findings: readonly ReportedFinding[];
}

/** Drift, gravest first; severities without drift are left out. */
export function driftOf({
  findings,
  inventory,
  scan,
}: Pick<ScanOutcome, 'findings' | 'inventory' | 'scan'>): readonly DriftOfSeverity[] {
  const drift = inReportOrder(findings, inventory).filter(({ finding }) => isDrift(finding, scan.asOf));
  return severities.flatMap((severity) => {
    const ofSeverity = drift.filter(({ finding }) => finding.severity === severity);
    if (ofSeverity.length === 0) return [];
    const shared = Map.groupBy(ofSeverity, ({ finding }) => sharedBy(finding.rule));
    return [{ severity, count: ofSeverity.length, groups: [...shared].map(groupOf) }];
  });
}

function groupOf([shared, findings]: readonly [string, readonly ReportedFinding[]]): DriftGroup {
  const connectors = findings.flatMap(({ finding }) => finding.connector ?? []);
  const systems = new Map(findings.map(({ finding }) => [finding.system, finding.connector] as const));
  const [only, ...others] = systems;
  const onlySystem = only && others.length === 0 && only[0] !== null ? systemTitle(only[0], only[1]) : null;
  return { words: wordsOf(shared, connectors), onlySystem, findings };
}
