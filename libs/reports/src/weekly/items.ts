import type { Finding } from '#rules/engine/finding.js';
import { countInWords } from '../model/evidence-words.js';
import { particularsOf } from '../model/particulars.js';
import { sharedBy, wordsOf } from '../model/rule-words.js';
import type { ReportedFinding } from '../model/scan-outcome.js';
import { systemTitle } from '../model/tool-words.js';
import type { WeeklyItem, WeeklyLine } from './weekly-report.js';

/** What is said beside a finding: "came back", "open for 3 weeks". */
export type RemarksOf = (finding: Finding) => readonly string[];

/**
 * Findings as items, in the order they come: those of one severity and one kind share one explanation. At most
 * `most` findings are listed, the first ones; the rest is counted, and nothing is left without its heading.
 */
export function itemsOf(
  findings: readonly ReportedFinding[],
  remarksOf: RemarksOf,
  most: number,
): readonly WeeklyItem[] {
  const groups = Map.groupBy(findings, ({ finding }) => `${finding.severity} ${sharedBy(finding.rule)}`);
  let room = most;
  return [...groups.values()].map((group) => {
    // Two kinds that come last must not vanish behind a kind with thousands.
    const shown = Math.max(1, Math.min(group.length, room, MOST_OF_A_KIND));
    room -= shown;
    const [only, ...others] = group;
    return only && others.length === 0 ? single(only, remarksOf) : several(group, shown, remarksOf);
  });
}

/** Further ones of a kind are counted. */
const MOST_OF_A_KIND = 8;

function single({ finding }: ReportedFinding, remarksOf: RemarksOf): WeeklyItem {
  const count = countInWords(finding);
  return {
    severity: finding.severity,
    what: finding.title,
    remarks: [...(count === null ? [] : [count]), ...remarksOf(finding)],
    why: finding.message,
    steps: finding.remedy === '' ? [] : [finding.remedy],
    lines: [],
    more: 0,
    finding: finding.id,
  };
}

function several(group: readonly ReportedFinding[], shown: number, remarksOf: RemarksOf): WeeklyItem {
  const findings = group.map(({ finding }) => finding);
  const [first] = findings;
  const connectors = findings.flatMap(({ connector }) => connector ?? []);
  const words = wordsOf(first ? sharedBy(first.rule) : '', connectors);
  const system = onlySystemOf(findings);
  return {
    severity: first?.severity ?? null,
    what: system === null ? words.heading : `${words.heading}: ${system}`,
    remarks: [],
    why: words.why,
    steps: words.step === '' ? [] : [words.step],
    lines: findings.slice(0, shown).map((finding) => lineOf(finding, system === null, remarksOf)),
    more: findings.length - shown,
    finding: null,
  };
}

function lineOf(finding: Finding, withSystem: boolean, remarksOf: RemarksOf): WeeklyLine {
  const count = countInWords(finding);
  const particulars = particularsOf(finding);
  const { system } = finding;
  return {
    text:
      withSystem && system !== null
        ? `${systemTitle(system, finding.connector)}: ${particulars}`
        : particulars,
    remarks: [...(count === null ? [] : [count]), ...remarksOf(finding)],
    finding: finding.id,
  };
}

/** "crm (HubSpot)" if all are about that one system. */
function onlySystemOf(findings: readonly Finding[]): string | null {
  const [first] = findings;
  if (!first || first.system === null) return null;
  return findings.every(({ system }) => system === first.system)
    ? systemTitle(first.system, first.connector)
    : null;
}
