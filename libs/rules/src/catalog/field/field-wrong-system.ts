import { type Inventory, type SystemInventory, UNCLAIMED } from '../../engine/inventory.js';
import type { Rule, Violation } from '../../engine/rule.js';
import { declarationsOf } from '../../policy/coverage.js';
import type { Policy } from '../../policy/policy.js';
import { toolOf } from '../../vendors/tools.js';
import { fieldResources } from '../reading.js';
import { counted, inSentence, listed, sortedOnce, systemName } from '../wording.js';
import {
  aboutFields,
  countsOf,
  holdsPersonalData,
  valuesIn,
  whereNotRemovable,
  type FieldGroup,
  type PersonalField,
} from './field-group.js';
import { declaredCategories, groupsBreaking } from './field-verdict.js';

/** Declared data in a system that the policy does not list for it; and files with personal data that no system claims (E7). */
export const fieldWrongSystem: Rule = {
  id: 'field.wrong-system',
  title: 'Personal data in a place that the policy does not list for it',
  severity: 'high',
  needs: ['fields', 'records'],
  family: 'data in a field',
  *evaluate({ policy, inventory }) {
    for (const group of groupsBreaking('field.wrong-system', { policy, inventory })) {
      yield { ...aboutFields(group), ...texts(group, policy) };
    }
    yield* unclaimedFiles(inventory);
  },
};

function texts({ system, category, fields }: FieldGroup, policy: Policy) {
  const kind = inSentence(category);
  const declared = sortedOnce(declarationsOf(policy, category).flatMap(({ systems }) => systems));
  const only = declared.length === 0 ? 'for no system' : `only for ${listed(declared)}`;
  return {
    title: `${systemName(system)} holds ${kind}, but the policy lists it ${only}`,
    message: `${valuesIn(fields)} Each further copy is one more place to protect, to correct and to delete from when a customer asks.`,
    remedy: `Remove the field ${toolOf(system.connector).fieldsScreen} if it is not needed there. If it is, add ${system.system} to in: [...] of the policy's entry for ${listed(declaredCategories(policy, category), 'or')}.${whereNotRemovable(fields)}`,
  };
}

function unclaimedFiles({ systems }: Inventory): readonly Violation[] {
  return systems
    .filter(({ system }) => system === UNCLAIMED)
    .flatMap((system) =>
      [...Map.groupBy(system.fields.filter(holdsPersonalData), ({ object }) => object)].map(
        ([path, fields]) => unclaimedFile(system, path, fields),
      ),
    );
}

function unclaimedFile(system: SystemInventory, path: string, fields: readonly PersonalField[]): Violation {
  const { count, of } = countsOf(fields);
  const categories = sortedOnce(fields.map(({ category }) => category));
  const kinds = sortedOnce(fields.map(({ category }) => inSentence(category)));
  return {
    system: UNCLAIMED,
    connector: system.connector,
    account: system.account,
    objectType: 'file',
    objectId: path,
    subject: path,
    readFrom: fieldResources(system, fields),
    title: `${path} holds personal data and belongs to no system of the policy`,
    message: `The file has ${counted(of, 'record')} with ${listed(kinds)}. A list that the policy does not know is missed when a customer asks what you have of them, or wants it deleted.`,
    remedy: `Delete the file if it is not needed, and accept this finding with that as the reason: to Plumbline a file that is gone looks like one that you did not bring. If it is needed, add it to the policy: name it in files: ["${path}"] of the system it belongs to, or of a new system with connector: exports.`,
    evidence: { fields: sortedOnce(fields.map(({ name }) => name)), categories, count, of },
    content: { categories },
  };
}
