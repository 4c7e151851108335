import { stateOn } from '#rules/catalog/program/duty.js';
import { addTerm, termInWords } from '#rules/policy/term.js';
import { notJudgedBy } from '../../model/not-judged.js';
import { counted, dayInWords, listed } from '../../model/words.js';
import { list, paragraph, text, type DocumentSection } from '../document-part.js';
import { findingsOf, findingsTable } from './findings-table.js';
import type { QuarterFacts } from './quarter-facts.js';
import { verdict } from './verdict.js';
import { whatKeepsFromYes } from './what-was-read.js';

/** Was it read again in time, and does it still describe what is there? */
export function isPolicyUpToDate(facts: QuarterFacts): DocumentSection {
  const { policy, policySaved, policyChanges } = facts;
  const { open: claims } = findingsOf(facts, /^field\.missing$/u);
  const { notInPolicy } = notJudgedBy(policy.missingSections);
  return {
    heading: 'Is the policy up to date?',
    parts: [
      verdict({
        against: [
          lateness(facts),
          claims.length === 0
            ? null
            : `It declares data where there is none, in ${counted(claims.length, 'place')}.`,
        ],
        unknown: [reviewUnknown(facts), ...whatKeepsFromYes(facts, ['fields'])],
        otherwise: `It was reviewed on ${dayInWords(policy.reviewed ?? facts.day)}, in time, and declares nothing that is not there.`,
      }),
      ...paragraph([
        nextReview(facts),
        policySaved === null
          ? null
          : `The version in force is of ${dayInWords(policySaved.day)}${policySaved.by === null ? '' : `, saved by ${policySaved.by}`}.`,
        policyChanges.length === 0 ? 'No other version was saved in this quarter.' : null,
      ]),
      ...(policyChanges.length === 0 ? [] : [text('Saved in this quarter:')]),
      ...list(
        policyChanges.map(
          ({ day, by, note }) => `${dayInWords(day)}, by ${by}${note === null ? '' : `: ${note}`}`,
        ),
      ),
      ...findingsTable(claims),
      ...paragraph([
        notInPolicy.length === 0
          ? null
          : `Not in the policy, so not judged anywhere in this pack: ${listed(
              notInPolicy.map(({ decides }) => decides),
              20,
            )}.`,
      ]),
    ],
  };
}

function lateness({ policy: { reviewed, reviewEvery }, day }: QuarterFacts): string | null {
  if (reviewEvery === null) return null;
  if (reviewed === null) return 'The policy asks for a review, and there has been none.';
  const due = addTerm(reviewed, reviewEvery);
  return stateOn(day, due) === 'overdue' ? `Its review was due on ${dayInWords(due)}.` : null;
}

function reviewUnknown({ policy: { reviewed, reviewEvery }, day }: QuarterFacts): string | null {
  if (reviewEvery === null) return 'The policy does not say how often it is to be reviewed (review_every:).';
  return reviewed !== null && reviewed > day ? 'The day of its review is still to come.' : null;
}

function nextReview({ policy: { reviewed, reviewEvery } }: QuarterFacts): string | null {
  if (reviewed === null || reviewEvery === null) return null;
  return `It is to be reviewed every ${termInWords(reviewEvery)}; last on ${dayInWords(reviewed)}, next by ${dayInWords(addTerm(reviewed, reviewEvery))}.`;
}
