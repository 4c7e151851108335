import type { Finding } from '#rules/engine/finding.js';
import type { Severity } from '#rules/engine/rule.js';
import { countInWords } from '../model/evidence-words.js';
import { particularsOf } from '../model/particulars.js';
import { sharedBy, wordsOf } from '../model/rule-words.js';
import type { ReportedFinding } from '../model/scan-outcome.js';
import { systemTitle } from '../model/tool-words.js';
import type { WeeklyItem, WeeklyLine } from './weekly-report.js';

/** What is said beside a finding: "came back", "open for 3 weeks". */
export type RemarksOf = (finding: Finding) => readonly string[];

export interface ItemOptions {
  readonly remarksOf: RemarksOf;
  /** At most so many findings are listed, the first ones. */
  readonly most: number;
  /** At most so many of a severity and kind. */
  readonly mostOfAKind: (severity: Severity) => number;
  /** Usually also by severity; one explanation for all of a kind otherwise, under the gravest. */
  readonly apart?: 'by kind';
  /** `in full`: with all that is particular to a finding; `in short`: with what all of its kind have in common. */
  readonly told: 'in full' | 'in short';
}

/**
 * Findings as items, in the order they come: those of one severity and one kind share one explanation. What is not
 * listed is counted, and no kind is left without its heading.
 */
export function itemsOf(findings: readonly ReportedFinding[], options: ItemOptions): readonly WeeklyItem[] {
  const groups = Map.groupBy(findings, ({ finding }) =>
    options.apart === 'by kind' ? sharedBy(finding.rule) : `${finding.severity} ${sharedBy(finding.rule)}`,
  );
  const [listed, rest] = [[...groups.values()].slice(0, MOST_KINDS), [...groups.values()].slice(MOST_KINDS)];
  let room = options.most;
  const items = listed.flatMap((group) => {
    const [only, ...others] = group;
    if (!only) return [];
    // Kinds that come last must not vanish behind a kind with thousands.
    const most = Math.min(group.length, room, options.mostOfAKind(only.finding.severity));
    const shown = Math.max(1, most);
    room -= shown;
    return [others.length === 0 ? single(only, options) : several(group, shown, options)];
  });
  return rest.length === 0 ? items : [...items, further(rest.flat())];
}

/** Kinds of findings that get words of their own; so many are seen in no business that works with its reports. */
const MOST_KINDS = 30;

function further(findings: readonly ReportedFinding[]): WeeklyItem {
  return {
    severity: findings[0]?.finding.severity ?? null,
    what: 'Other kinds of findings',
    remarks: [],
    why: null,
    steps: [],
    lines: [],
    more: findings.length,
    finding: null,
  };
}

function single({ finding }: ReportedFinding, { remarksOf, told }: ItemOptions): WeeklyItem {
  const count = countInWords(finding);
  const { connector, message, remedy } = finding;
  const words = wordsOf(sharedBy(finding.rule), connector === null ? [] : [connector]);
  const { why, step } = told === 'in full' ? { why: message, step: remedy } : words;
  return {
    severity: finding.severity,
    what: finding.title,
    remarks: [...(count === null ? [] : [count]), ...remarksOf(finding)],
    why,
    steps: step === '' ? [] : [step],
    lines: [],
    more: 0,
    finding: finding.id,
  };
}

function several(group: readonly ReportedFinding[], shown: number, { remarksOf }: ItemOptions): WeeklyItem {
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
