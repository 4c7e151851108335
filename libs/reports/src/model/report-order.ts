import type { Inventory } from '#rules/engine/inventory.js';
import { type RuleId, ruleIds } from '#rules/engine/rule-id.js';
import type { ReportedFinding } from './scan-outcome.js';
import { severities } from './severity.js';

/**
 * The one order of findings in every report: severity, then rule, then system (as the policy lists them, those
 * about no system last), then subject; the id settles what is left, so that a report is the same whatever order
 * the findings came in.
 */
export function inReportOrder(
  findings: readonly ReportedFinding[],
  inventory: Inventory,
): readonly ReportedFinding[] {
  const systems = inventory.systems.map(({ system }) => system);
  const keyed = findings.map((reported) => {
    const { severity, rule, system, subject, id } = reported.finding;
    const ranks = [severities.indexOf(severity), ruleRank(rule), systemRank(system, systems)];
    return { reported, ranks, texts: [system ?? '', subject, id] };
  });
  return keyed
    .toSorted((one, other) => compareLists(one.ranks, other.ranks) || compareLists(one.texts, other.texts))
    .map(({ reported }) => reported);
}

/** A rule that is not in the catalogue any more comes after those that are. */
function ruleRank(rule: RuleId): number {
  const rank = ruleIds.indexOf(rule);
  return rank === -1 ? ruleIds.length : rank;
}

/** A system that the policy dropped comes after its systems, and what is about no system last. */
function systemRank(system: string | null, systems: readonly string[]): number {
  if (system === null) return systems.length + 1;
  const rank = systems.indexOf(system);
  return rank === -1 ? systems.length : rank;
}

/** By code unit, the same on every machine. */
function compareLists<T extends number | string>(one: readonly T[], other: readonly T[]): number {
  for (const [at, value] of one.entries()) {
    const against = other[at];
    if (against !== undefined && value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
