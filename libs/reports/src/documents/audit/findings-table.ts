import type { RuleId } from '#rules/engine/rule-id.js';
import { countInWords } from '../../model/evidence-words.js';
import { particularsOf } from '../../model/particulars.js';
import { sharedBy, wordsOf } from '../../model/rule-words.js';
import { severities } from '../../model/severity.js';
import { systemTitle } from '../../model/tool-words.js';
import { shortDay } from '../../model/words.js';
import { cell, table, type Cell, type DocumentPart } from '../document-part.js';
import type { AuditedFinding, QuarterFacts } from './quarter-facts.js';

/** Findings of rules whose id begins so, gravest first. What is for information only is no difference from the policy. */
export function findingsOf(
  { findings }: QuarterFacts,
  rules: RegExp,
): { readonly open: readonly AuditedFinding[]; readonly accepted: readonly AuditedFinding[] } {
  const own = findings
    .filter(({ finding }) => rules.test(finding.rule) && finding.severity !== 'info')
    .toSorted((one, other) => rankOf(one) - rankOf(other) || (keyOf(one) < keyOf(other) ? -1 : 1));
  return {
    open: own.filter(({ exception }) => exception === null),
    accepted: own.filter(({ exception }) => exception !== null),
  };
}

/** How grave it is of what was not looked at is of another day, so it comes last. */
function rankOf({ finding }: AuditedFinding): number {
  return isSeen(finding) ? severities.indexOf(finding.severity) : severities.length;
}

function isSeen({ observation }: AuditedFinding['finding']): boolean {
  return observation !== 'not_observed';
}

function keyOf({ finding }: AuditedFinding): string {
  return JSON.stringify([finding.rule, finding.system, finding.subject, finding.id]);
}

/** What differs from the policy, a line each. */
export function findingsTable(findings: readonly AuditedFinding[]): DocumentPart[] {
  return table(['What', 'Which', 'Where', 'Severity', 'Since'], findings.map(rowOf));
}

function rowOf({ finding }: AuditedFinding): Cell[] {
  const count = countInWords(finding);
  return [
    cell(headingOf(finding.rule)),
    cell(particularsOf(finding), count ?? ''),
    cell(finding.system === null ? 'the business' : systemTitle(finding.system, finding.connector)),
    isSeen(finding) ? cell(finding.severity) : cell('not seen', 'in the last scan'),
    cell(shortDay(finding.firstSeen)),
  ];
}

/** "Records kept longer than the policy allows" */
export function headingOf(rule: RuleId): string {
  return wordsOf(sharedBy(rule), []).heading;
}
