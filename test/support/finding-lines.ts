import type { ScanOutcome } from '#reports/model/scan-outcome.js';
import type { BakeryOptions } from '#scanner/example/bakery-people.js';
import { type ExpectedFinding, expectedFindings } from '#scanner/example/truth.js';

/** Every finding of a scan, one line each, so that a difference can be read. */
export function reported({ findings }: ScanOutcome): readonly string[] {
  return findings
    .map(({ finding, change }) => {
      const isCounted =
        /^(retention\.|consent\.|field\.free-text$)/u.test(finding.rule) && change !== 'fixed';
      return lineOf({ ...finding, change, count: isCounted ? finding.evidence['count'] : null });
    })
    .toSorted();
}

/** What was planted in the bakery's exports, in the same lines. */
export function planted(options: BakeryOptions): readonly string[] {
  return linesOf(expectedFindings(options));
}

export function linesOf(findings: readonly ExpectedFinding[]): readonly string[] {
  return findings.map(lineOf).toSorted();
}

function lineOf(finding: {
  readonly rule: string;
  readonly severity: string;
  readonly system: string | null;
  readonly subject: string;
  readonly change: string;
  readonly count: unknown;
}): string {
  const { rule, severity, system, subject, change, count } = finding;
  const counted = count === null ? '' : ` | ${JSON.stringify(count)}`;
  return `${[rule, severity, system ?? 'no system', subject, change].join(' | ')}${counted}`;
}
