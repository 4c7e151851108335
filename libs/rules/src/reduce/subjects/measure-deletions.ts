import type { DeletionMeasure, Measures } from '../../engine/measures.js';
import type { Policy } from '../../policy/policy.js';
import { type Day, dayOf, lastDayOverdue, NO_DAY } from './day.js';
import type { HeldRecords } from './held-records.js';
import type { SubjectFacts } from './subject-facts.js';
import { RunningTally } from './tally.js';

/**
 * Records of subjects who were deleted in another system, or asked to be erased (E13). `isReturnHidden`: who asked may
 * have bought or opted in again where this scan could not look; then her request is not judged (law 2).
 */
export function measureDeletions(
  system: string,
  held: HeldRecords,
  facts: SubjectFacts,
  policy: Policy,
  triggers: Measures['triggers'],
  isReturnHidden: boolean,
  sampleSize: number,
): DeletionMeasure {
  const requested = new RunningTally(sampleSize);
  const deletedElsewhere = new RunningTally(sampleSize);
  const deletedIn = new Set<string>();
  const mustBeKept = dutyToKeep(system, facts, policy, triggers);
  let subjects = 0;
  let unjudged = 0;
  held.forEach((subject, isFirst, records, references, record) => {
    if (isFirst) subjects += 1;
    if (mustBeKept(subject)) return;
    const hasAsked = facts.isErased(subject);
    if (hasAsked && (!isReturnHidden || facts.isErasedForGood(subject))) {
      requested.add(isFirst, records, references, record);
      return;
    }
    if (hasAsked && isFirst) unjudged += 1;
    const elsewhere = facts.deletions.elsewhere(subject, system);
    if (elsewhere.length === 0) return;
    deletedElsewhere.add(isFirst, records, references, record);
    for (const other of elsewhere) deletedIn.add(other);
  });
  return {
    held: subjects,
    unjudged,
    requested: requested.tally(),
    deletedElsewhere: deletedElsewhere.tally(),
    deletedIn: [...deletedIn].toSorted(),
  };
}

/**
 * Where the policy keeps records longer for a reason of its own (tax), a deletion elsewhere does not reach them until
 * that term has run out. Without books to judge by, nothing there is called left over.
 */
function dutyToKeep(
  system: string,
  facts: SubjectFacts,
  policy: Policy,
  triggers: Measures['triggers'],
): (subject: number) => boolean {
  const longer = policy.retention
    .filter(({ subjects }) => subjects === 'customers')
    .flatMap((entry) => entry.longer.filter((exception) => exception.system === system));
  if (longer.length === 0) return () => false;
  const end = triggers.last_purchase.judgedAsOf;
  if (end === null) return () => true;
  const lastOverdue = Math.min(...longer.map(({ keep }): Day => lastDayOverdue(dayOf(end), keep)));
  return (subject) => facts.hasUndatedPurchase(subject) || (facts.purchase[subject] ?? NO_DAY) > lastOverdue;
}
