import type { Rule } from '../../engine/rule.js';
import { termInWords } from '../../policy/term.js';
import { aboutDuty, dueInWords, nextDue, stateOn } from './duty.js';

/** The regular audit of practice against the policy (E32). */
export const programAudit: Rule = {
  id: 'program.audit',
  title: 'The audit is due',
  severity: 'low',
  needs: [],
  *evaluate({ policy, inventory }) {
    if (!policy.audit) return;
    const { every, last } = policy.audit;
    const dueOn = nextDue(last, every);
    const state = dueOn === null ? 'due' : stateOn(inventory.asOf, dueOn);
    if (state === 'not yet') return;
    yield {
      ...aboutDuty('audit', 'Audit', state),
      title: `The audit ${dueInWords(dueOn, state)}`,
      message: `You decided to compare practice with the policy every ${termInWords(every)} and to keep the result. It is what you can show when somebody asks.`,
      remedy:
        'Go through the open findings, settle or except each one, keep the report, and set last: under audit: in the policy to the day.',
      evidence: { last, due: dueOn, every: termInWords(every) },
    };
  },
};
