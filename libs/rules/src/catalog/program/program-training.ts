import type { Rule, RuleInput } from '../../engine/rule.js';
import { comparableName } from '../../policy/comparable-name.js';
import type { PolicyPerson } from '../../policy/policy.js';
import { addTerm, termInWords } from '../../policy/term.js';
import { counted, listed, sortedOnce } from '../wording.js';
import { aboutDuty, stateOn, type DutyState } from './duty.js';

/** How long a new person has until her first training (E32). */
const FIRST_TRAINING = { years: 0, months: 0, weeks: 0, days: 30 };

/** Training is judged per person; one finding names everybody it is due for (E32). */
export const programTraining: Rule = {
  id: 'program.training',
  title: 'Staff training is due',
  severity: 'low',
  needs: [],
  *evaluate(input) {
    const { training, people } = input.policy;
    if (!training) return;
    const inState = (wanted: DutyState) =>
      sortedOnce(
        people.filter((person) => trainingState(person, input) === wanted).map(({ email }) => email),
      );
    const overdue = inState('overdue');
    const due = inState('due');
    const everybody = sortedOnce([...overdue, ...due]);
    if (everybody.length === 0) return;
    const about = aboutDuty('training', 'Staff training', overdue.length > 0 ? 'overdue' : 'due');
    yield {
      ...about,
      title: `Training is ${overdue.length > 0 ? 'overdue' : 'due'} for ${counted(everybody.length, 'person').replace('persons', 'people')}`,
      message: `Everybody who works with customers' data should hear every ${termInWords(training.every)} what the policy asks of them. ${sentences(overdue, due)}`,
      remedy:
        'Go through the policy with them, and add the session under training: in the policy with held: the day and attended: their addresses.',
      evidence: { overdue, due, count: everybody.length, of: people.length },
      content: { ...about.content, people: everybody },
    };
  },
};

/** From the last session attended, else from being named; without any date the first training is due now, not late. */
function trainingState(person: PolicyPerson, { policy, inventory }: RuleInput): DutyState {
  const { training } = policy;
  if (!training) return 'not yet';
  const names = new Set([person.email, ...person.also].map(comparableName));
  const last = training.sessions
    .filter(({ held }) => held <= inventory.asOf)
    .filter(({ attended }) => attended.some((address) => names.has(comparableName(address))))
    .map(({ held }) => held)
    .toSorted()
    .at(-1);
  if (last !== undefined) return stateOn(inventory.asOf, addTerm(last, training.every));
  return person.since === null ? 'due' : stateOn(inventory.asOf, addTerm(person.since, FIRST_TRAINING));
}

function sentences(overdue: readonly string[], due: readonly string[]): string {
  return [
    ...(overdue.length > 0 ? [`Overdue: ${listed(overdue)}.`] : []),
    ...(due.length > 0 ? [`Due: ${listed(due)}.`] : []),
  ].join(' ');
}
