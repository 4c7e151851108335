import type { Violation } from '../../engine/rule.js';
import type { Term } from '../../policy/policy.js';
import { addTerm, daysBetween } from '../../policy/term.js';
import { dayInWords } from '../wording.js';

/** A duty is announced so many days before it is due (E32). */
const DAYS_OF_NOTICE = 30;

/** Where a duty stands on a day: nothing to say, due soon or now, or overdue. */
export type DutyState = 'not yet' | 'due' | 'overdue';

export function stateOn(day: string, dueOn: string): DutyState {
  if (dueOn < day) return 'overdue';
  return daysBetween(day, dueOn) <= DAYS_OF_NOTICE ? 'due' : 'not yet';
}

/** When it has to be done again; null where it is not known to have been done, so that it is due now, not late. */
export function nextDue(lastDone: string | null, every: Term): string | null {
  return lastDone === null ? null : addTerm(lastDone, every);
}

/** Everything of a finding about a duty but its words; overdue is medium, due is the rule's own low (E32). */
export function aboutDuty(
  objectId: string,
  subject: string,
  state: 'due' | 'overdue',
): Omit<Violation, 'title' | 'message' | 'remedy' | 'evidence'> {
  return {
    system: null,
    connector: null,
    account: null,
    objectType: 'duty',
    objectId,
    subject,
    readFrom: [],
    ...(state === 'overdue' ? { severity: 'medium' as const } : {}),
    content: { state },
  };
}

/** "is due on 30 December 2026", "was due on 30 September 2026", "is not known to have been done". */
export function dueInWords(dueOn: string | null, state: 'due' | 'overdue'): string {
  if (dueOn === null) return 'is not known to have been done';
  return state === 'overdue' ? `was due on ${dayInWords(dueOn)}` : `is due on ${dayInWords(dueOn)}`;
}
