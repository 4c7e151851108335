import type { Rule } from '../../engine/rule.js';
import { termInWords } from '../../policy/term.js';
import { aboutDuty, dueInWords, nextDue, stateOn } from './duty.js';

/** The policy itself has to be looked at again (E32). */
export const programPolicyReview: Rule = {
  id: 'program.policy-review',
  title: 'The policy is due for review',
  severity: 'low',
  needs: [],
  *evaluate({ policy, inventory }) {
    const { reviewed, reviewEvery } = policy;
    if (!reviewEvery) return;
    const dueOn = nextDue(reviewed, reviewEvery);
    const state = dueOn === null ? 'due' : stateOn(inventory.asOf, dueOn);
    if (state === 'not yet') return;
    yield {
      ...aboutDuty('policy-review', 'Policy review', state),
      title: `The review of your policy ${dueInWords(dueOn, state)}`,
      message: `You decided to read it again every ${termInWords(reviewEvery)}. A policy that nobody reads soon describes a business that is not yours any more.`,
      remedy:
        'Read the policy with whoever it concerns, correct what has changed, and set reviewed: to the day.',
      evidence: { last: reviewed, due: dueOn, every: termInWords(reviewEvery) },
    };
  },
};
