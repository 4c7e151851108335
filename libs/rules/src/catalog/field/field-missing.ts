import type { Category } from '#connectors/contract/category.js';
import type { SystemInventory } from '../../engine/inventory.js';
import type { Rule, Violation } from '../../engine/rule.js';
import { claimedSystems, fieldResources, receiptsOf } from '../reading.js';
import { counted, inSentence, systemName } from '../wording.js';
import { categoriesMissingIn } from './missing-categories.js';

/** The policy declares data in a system that does not hold it (E5), seen only in a complete reading (E27). */
export const fieldMissing: Rule = {
  id: 'field.missing',
  title: 'Data that the policy declares where there is none',
  severity: 'low',
  needs: ['fields', 'records'],
  *evaluate({ policy, inventory }) {
    for (const system of claimedSystems(inventory)) {
      for (const category of categoriesMissingIn(policy, system)) yield missing(system, category);
    }
  },
};

function missing(system: SystemInventory, category: Category): Violation {
  const receipts = receiptsOf(system, 'records');
  const of = receipts.reduce((sum, { read }) => sum + read, 0);
  const resources = receipts.flatMap(({ object, list }) => (object === null ? [] : [{ object, list }]));
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'category',
    objectId: category,
    subject: category,
    readFrom: fieldResources(system, resources),
    title: `The policy lists ${inSentence(category)} for ${systemName(system)}, but there is none`,
    message: `All ${counted(of, 'record')} were read and none has a value of this kind. A policy that claims more than you do is read as a promise, and it hides what is really kept.`,
    remedy: `Take ${system.system} out of in: [...] of the policy's entry for ${category}, or check whether the data is kept somewhere else by now.`,
    evidence: { category, count: 0, of },
    content: { category },
  };
}
