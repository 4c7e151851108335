import type { FindingWhole } from '../api/shapes.js';
import { dayInWords } from './dates.js';

type Entry = FindingWhole['history'][number];

export const findingWords = {
  back: 'All findings',
  seen: (first: string, last: string) =>
    first === last
      ? `Seen on ${dayInWords(first)}`
      : `First seen on ${dayInWords(first)}, last on ${dayInWords(last)}`,
  everywhere: 'The business as a whole',
  found: 'What was found',
  why: 'Why it matters',
  policy: 'What your policy says',
  policySilent: 'Your policy says nothing of it.',
  theFile: 'the file (in a new window)',
  steps: 'What to do',
  evidence: 'What it rests on',
  showLong: 'Show all of it',
  history: 'What happened',
  decide: 'Decide',
  assignee: 'Looked after by',
  nobody: 'nobody yet',
  policyIsOld: 'Is it the policy that is out of date?',
  policyIsOldStep: 'Then change the policy, and scan again: the finding goes away, and its history says why.',
  changePolicy: 'Change the policy here',
  present: 'Open',
  notObserved: 'Not looked at by the last scan: it may be gone or not.',
  absent: 'Not there any more.',
  acknowledged: (by: string, on: string) => `Acknowledged by ${by} on ${dayInWords(on)}.`,
  excepted: (by: string, until: string) => `Accepted by ${by} until ${dayInWords(until)}, that day included.`,
  reason: (reason: string) => `Reason: ${reason}`,
  said: (by: string) => `${by} wrote`,
};

const CHANGES: Readonly<Record<string, string>> = {
  new: 'Found',
  reopened: 'Came back',
  updated: 'Changed',
  fixed: 'Fixed in the tool',
  not_observed: 'Could not be looked at',
};

const GONE: Readonly<Record<string, string>> = {
  data: 'Told as another finding now',
  policy: 'Gone, because the policy changed',
  rules: 'Gone, because Plumbline judges it otherwise now',
  disposition: 'Settled by approving how things are',
};

/** What a change of a finding is called: only what happened in the tool is called fixed (E22). */
export function changeInWords({ change, cause, detail }: Entry): string {
  const said = change === 'gone' ? (GONE[cause] ?? 'Gone') : CHANGES[change];
  const more = detail === null || detail === '' ? '' : detail;
  if (said === undefined) return more === '' ? 'Looked at' : more.charAt(0).toUpperCase() + more.slice(1);
  const why = cause === 'policy' && change !== 'gone' ? ', because the policy changed' : '';
  const judged = cause === 'rules' && change !== 'gone' ? ', because Plumbline judges it otherwise now' : '';
  return `${said}${why}${judged}${more === '' ? '' : `: ${more}`}`;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A text of several sentences as one step each. What ends without a space is no sentence but part of an address. */
export function stepsOf(text: string): readonly string[] {
  const steps: string[] = [];
  let step = '';
  for (const { segment } of sentences.segment(text)) {
    step += segment;
    if (!/\s$/u.test(segment)) continue;
    steps.push(step);
    step = '';
  }
  return [...steps, step].map((one) => one.trim()).filter((one) => one !== '');
}
