import { isDrift } from '#rules/engine/exception.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import type { Severity } from '#rules/engine/rule.js';
import { inReportOrder } from './report-order.js';
import { type RuleWords, wordsOf } from './rule-words.js';
import type { ReportedFinding, ScanOutcome } from './scan-outcome.js';
import { severities } from './severity.js';
import { systemTitle } from './tool-words.js';

export interface DriftOfSeverity {
  readonly severity: Severity;
  readonly count: number;
  readonly rules: readonly DriftOfRule[];
}

/** Findings that share an explanation. */
export interface DriftOfRule {
  readonly rule: RuleId;
  readonly words: RuleWords;
  readonly systems: readonly {
    /** "crm (HubSpot)"; null for what is about no system. */
    readonly title: string | null;
    readonly findings: readonly ReportedFinding[];
  }[];
}

/** Drift, gravest first; severities without drift are left out. */
export function driftOf({ findings, inventory, scan }: ScanOutcome): readonly DriftOfSeverity[] {
  const drift = inReportOrder(findings, inventory).filter(({ finding }) => isDrift(finding, scan.asOf));
  return severities.flatMap((severity) => {
    const ofSeverity = drift.filter(({ finding }) => finding.severity === severity);
    if (ofSeverity.length === 0) return [];
    return [{ severity, count: ofSeverity.length, rules: rulesOf(ofSeverity) }];
  });
}

function rulesOf(findings: readonly ReportedFinding[]): readonly DriftOfRule[] {
  return [...Map.groupBy(findings, ({ finding }) => finding.rule)].map(([rule, ofRule]) => ({
    rule,
    words: wordsOf(rule),
    systems: [...Map.groupBy(ofRule, ({ finding }) => finding.system)].map(([system, ofSystem]) => ({
      title: system === null ? null : systemTitle(system, ofSystem[0]?.finding.connector ?? null),
      findings: ofSystem,
    })),
  }));
}
