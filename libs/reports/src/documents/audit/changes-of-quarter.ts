import { particularsOf } from '../../model/particulars.js';
import { systemTitle } from '../../model/tool-words.js';
import { dayInWords, shortDay } from '../../model/words.js';
import { cell, paragraph, table, text, type DocumentSection } from '../document-part.js';
import { headingOf } from './findings-table.js';
import type { AuditedChange, QuarterFacts } from './quarter-facts.js';

/** What came, went and changed within the quarter, with why. Only what the data did is called fixed (E22). */
export function changesOfQuarter(facts: QuarterFacts): DocumentSection {
  const { changes, from, day, baseline } = facts;
  // What is there is told as above; of what is not, the name is all that is known of the day.
  const shown = new Map(facts.findings.map(({ finding }) => [finding.id, particularsOf(finding)]));
  const ordered = changes.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const kinds = [...Map.groupBy(ordered, (change) => KINDS[kindOf(change)])];
  return {
    heading: 'What changed in this quarter',
    parts: [
      text(
        changes.length === 0
          ? `Nothing between ${dayInWords(from)} and ${dayInWords(day)}.`
          : `From ${dayInWords(from)} to ${dayInWords(day)}: ${kinds.map(([words, of]) => `${of.length} ${words}`).join('; ')}.`,
      ),
      ...paragraph([
        baseline === null
          ? 'No state has been approved as the baseline yet.'
          : `The baseline was approved by ${baseline.by} on ${dayInWords(baseline.on)}.`,
      ]),
      ...table(
        ['Change', 'When', 'What', 'Which', 'Where'],
        ordered.map((change) => [
          cell(KINDS[kindOf(change)]),
          cell(shortDay(change.day)),
          cell(headingOf(change.finding.rule)),
          cell(shown.get(change.finding.id) ?? change.finding.subject),
          cell(
            change.finding.system === null
              ? 'the business'
              : systemTitle(change.finding.system, change.finding.connector),
          ),
        ]),
      ),
    ],
  };
}

function keyOf(change: AuditedChange): string {
  const order = Object.keys(KINDS).indexOf(kindOf(change));
  return JSON.stringify([
    order,
    change.day,
    change.finding.rule,
    change.finding.system,
    change.finding.subject,
    change.finding.id,
  ]);
}

const KINDS = {
  new: 'new',
  reopened: 'came back',
  excused: 'open again: its exception ended',
  updated: 'changed',
  fixed: 'fixed',
  byPolicy: 'gone because the policy changed',
  byRules: 'gone because the rules of Plumbline changed',
  byDecision: 'gone by a decision',
  otherwise: 'reported as something else now',
  notObserved: 'could not be looked at any more',
} as const;

const GONE = { data: 'fixed', policy: 'byPolicy', rules: 'byRules', disposition: 'byDecision' } as const;

function kindOf({ change, cause }: Pick<AuditedChange, 'change' | 'cause'>): keyof typeof KINDS {
  if (change === 'gone' && cause === 'data') return 'otherwise';
  if (change === 'fixed' || change === 'gone') return GONE[cause];
  if (change === 'not_observed') return 'notObserved';
  if (change === 'reopened' && cause === 'disposition') return 'excused';
  return change;
}
