import type { Category } from '#connectors/contract/category.js';
import type { SystemInventory } from '../../engine/inventory.js';
import type { Rule, Violation } from '../../engine/rule.js';
import { declarationsOf } from '../../policy/coverage.js';
import type { Policy } from '../../policy/policy.js';
import { countsOf, holdsPersonalData, shownAs, valuesIn, type PersonalField } from '../field/field-group.js';
import { declaredCategories } from '../field/field-verdict.js';
import { claimedSystems, fieldResources } from '../reading.js';
import { inSentence, listed, sortedOnce, systemName } from '../wording.js';

/**
 * A category found in a system none of whose purposes is among those it was collected for (E17). Apps state no
 * purposes of their own in the policy; what they reach lies in systems, and is judged there.
 */
export const purposeMismatch: Rule = {
  id: 'purpose.mismatch',
  title: 'Data used for a purpose it was not collected for',
  severity: 'medium',
  needs: ['fields', 'records'],
  *evaluate({ policy, inventory }) {
    for (const system of claimedSystems(inventory)) {
      const pursued = policy.systems.get(system.system)?.purposes;
      if (!pursued) continue;
      for (const [category, fields] of Map.groupBy(
        system.fields.filter(holdsPersonalData),
        (field) => field.category,
      )) {
        const collectedFor = purposesOf(policy, category);
        const isJudged = collectedFor.length > 0;
        if (isJudged && !collectedFor.some((purpose) => pursued.includes(purpose))) {
          yield mismatch({ policy, system, category, fields, collectedFor, pursued: sortedOnce(pursued) });
        }
      }
    }
  },
};

/** Several entries of one category add up (E3), whatever systems they name. */
function purposesOf(policy: Policy, category: Category): readonly string[] {
  return sortedOnce(declarationsOf(policy, category).flatMap(({ purposes }) => purposes));
}

function mismatch(found: {
  readonly policy: Policy;
  readonly system: SystemInventory;
  readonly category: Category;
  readonly fields: readonly PersonalField[];
  readonly collectedFor: readonly string[];
  readonly pursued: readonly string[];
}): Violation {
  const { policy, system, category, fields, collectedFor, pursued } = found;
  const { count, of } = countsOf(fields);
  const kind = inSentence(category);
  const entries = declaredCategories(policy, category);
  const uses = pursued.length === 0 ? 'for no purpose at all' : `for ${listed(pursued)}`;
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'category',
    objectId: category,
    subject: category,
    readFrom: fieldResources(system, fields),
    title: `${systemName(system)} holds ${kind}, which was collected for something else`,
    message: `The policy collects ${kind} for ${listed(collectedFor)}, but uses ${system.system} ${uses}. ${valuesIn(fields)} Customers gave it for one thing and may not expect the other.`,
    remedy: `Remove the data from ${system.system}, or correct the policy: add a purpose to for: [...] of the entry for ${listed(entries, 'or')}, or to purposes: [...] of ${system.system}, if customers know about it.`,
    evidence: {
      fields: sortedOnce(fields.map(({ object, name }) => `${object}.${name}`)),
      labels: shownAs(fields),
      category,
      collected_for: collectedFor,
      system_purposes: pursued,
      count,
      of,
    },
    content: { category },
  };
}
