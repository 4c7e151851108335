import type { ConsentMeasure } from '../../engine/measures.js';
import type { RuleInput } from '../../engine/rule.js';
import { measuredInventory, measuresOf, retentionPolicy, tally } from '../measured.spec-builders.js';

/** A list with something wrong in every way. */
export function aList(given: Partial<ConsentMeasure> = {}): ConsentMeasure {
  return {
    object: 'member',
    list: 'Main',
    marketed: 100,
    missing: [{ requires: 'opt_in_timestamp', evidence: null, tally: tally(4, ['1', '2']) }],
    conflicts: tally(2, ['8', '9']),
    optedOutIn: ['crm'],
    ...given,
  };
}

/** The newsletter with these lists; the books too, which no entry of the policy is about. */
export function listsRead(...consent: readonly ConsentMeasure[]): RuleInput {
  return {
    policy: retentionPolicy(),
    inventory: measuredInventory([measuresOf('newsletter', { consent }), measuresOf('books', { consent })]),
    baseline: null,
  };
}
