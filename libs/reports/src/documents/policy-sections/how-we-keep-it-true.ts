import type { Policy, Term } from '#rules/policy/policy.js';
import { addTerm, termInWords } from '#rules/policy/term.js';
import { dayInWords } from '../../model/words.js';
import { gaps, list, type DocumentSection } from '../document-part.js';
import { allOf, personInWords, sentenceStart } from './policy-words.js';

/** Safety, and the dates by which people look at this page again. */
export function howWeKeepItTrue(policy: Policy): DocumentSection {
  const { security, reviewEvery, audit, training } = policy;
  const duties = [...reviewOf(policy), ...auditOf(policy), ...trainingOf(policy)];
  const open = [
    ...(reviewEvery === null ? ['this page is reviewed'] : []),
    ...(audit === null ? ['an audit is due'] : []),
    ...(training === null ? ['people are trained'] : []),
  ];
  return {
    heading: 'How we keep it safe, and this page true',
    column: 'right',
    parts: [
      ...list([...security.map(sentenceStart), ...duties]),
      ...gaps([
        security.length === 0 ? 'This policy does not say how the data is kept safe.' : null,
        open.length === 0 ? null : `This policy does not say when ${open.join(', or when ')}.`,
      ]),
    ],
  };
}

function reviewOf({ reviewed, reviewEvery }: Policy): string[] {
  return [
    ...(reviewed === null ? [] : [`This page was last reviewed on ${dayInWords(reviewed)}.`]),
    ...(reviewEvery === null ? [] : [`It is reviewed every ${everyInWords(reviewEvery, reviewed)}.`]),
  ];
}

function auditOf({ audit }: Policy): string[] {
  if (audit === null) {
    return [];
  }
  const last =
    audit.last === null ? 'There has been no audit yet' : `The last audit was on ${dayInWords(audit.last)}`;
  return [`${last}; there is one every ${everyInWords(audit.every, audit.last)}.`];
}

function trainingOf(policy: Policy): string[] {
  const { training } = policy;
  if (training === null) {
    return [];
  }
  return [
    `Everybody on this page is trained every ${everyInWords(training.every, null)}.`,
    ...training.sessions.map(
      ({ held, attended }) =>
        `Trained on ${dayInWords(held)}: ${allOf(attended.map((email) => personInWords(policy, email))) || 'nobody'}.`,
    ),
  ];
}

/** "3 months, next by 30 November 2026"; "year" for one year. */
function everyInWords(every: Term, last: string | null): string {
  const term = termInWords(every).replace(/^1 (?!.* and )/u, '');
  return last === null ? term : `${term}, next by ${dayInWords(addTerm(last, every))}`;
}
