import { daysBetween } from '#rules/policy/term.js';
import { particularsOf } from '../../model/particulars.js';
import { systemTitle } from '../../model/tool-words.js';
import { counted, dayInWords, shortDay } from '../../model/words.js';
import { cell, table, text, type DocumentSection } from '../document-part.js';
import { headingOf } from './findings-table.js';
import type { QuarterFacts } from './quarter-facts.js';

const WARNED_DAYS = 7;

/** What a person accepted for a while: why, who, until when; those that end first in front. */
export function exceptionsOfQuarter({ findings, day }: QuarterFacts): DocumentSection {
  const accepted = findings
    .flatMap(({ finding, exception }) => (exception === null ? [] : [{ finding, exception }]))
    .toSorted((one, other) => {
      const [left, right] = [one, other].map(({ exception, finding }) => `${exception.until} ${finding.id}`);
      return (left ?? '') < (right ?? '') ? -1 : 1;
    });
  return {
    heading: 'Exceptions in force',
    parts: [
      text(
        accepted.length === 0
          ? `None on ${dayInWords(day)}.`
          : `${counted(accepted.length, 'exception')} on ${dayInWords(day)}. Each ends by itself.`,
      ),
      ...table(
        ['What', 'Where', 'Reason', 'Accepted by', 'Until'],
        accepted.map(({ finding, exception: { reason, approver, until } }) => [
          cell(headingOf(finding.rule), particularsOf(finding)),
          cell(finding.system === null ? 'the business' : systemTitle(finding.system, finding.connector)),
          cell(reason),
          cell(approver),
          cell(shortDay(until), daysBetween(day, until) <= WARNED_DAYS ? 'ends within a week' : ''),
        ]),
      ),
    ],
  };
}
