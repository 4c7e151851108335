import type { Rule } from '../../engine/rule.js';
import { declarationsOf } from '../../policy/coverage.js';
import type { Policy } from '../../policy/policy.js';
import { toolOf } from '../../vendors/tools.js';
import { inSentence, listed, systemName } from '../wording.js';
import { aboutFields, labelsOf, valuesIn, whereNotRemovable, type FieldGroup } from './field-group.js';
import { declaredCategories, groupsBreaking } from './field-verdict.js';

/** Personal data in a field that the policy does not declare at all, or not among the fields it allows (E4). */
export const fieldUndeclared: Rule = {
  id: 'field.undeclared',
  title: 'Personal data that the policy does not mention',
  severity: 'medium',
  needs: ['fields', 'records'],
  family: 'data in a field',
  *evaluate({ policy, inventory }) {
    for (const group of groupsBreaking('field.undeclared', { policy, inventory })) {
      const isListClosed = declarationsOf(policy, group.category).length > 0;
      yield { ...aboutFields(group), ...(isListClosed ? closedListTexts(group, policy) : texts(group)) };
    }
  },
};

function texts({ system, category, fields }: FieldGroup) {
  const kind = inSentence(category);
  return {
    title: `${systemName(system)} holds ${kind}, which the policy does not mention`,
    message: `${valuesIn(fields)} What the policy does not name, nobody decided to keep, and your customers were not told.`,
    remedy: `If you need it, add a line under data: in the policy, such as - { category: ${category}, for: [the purpose], in: [${system.system}] }. If not, remove the field ${toolOf(system.connector).fieldsScreen}.${whereNotRemovable(fields)}`,
  };
}

function closedListTexts({ system, category, fields }: FieldGroup, policy: Policy) {
  const entries = declaredCategories(policy, category);
  const kind = inSentence(category);
  return {
    title: `${systemName(system)} holds ${kind} in a field that the policy does not allow`,
    message: `The policy allows ${kind} there only in the fields it names, and ${listed(labelsOf(fields))} is not among them. ${valuesIn(fields)}`,
    remedy: `Move what you need into an allowed field and remove this one ${toolOf(system.connector).fieldsScreen}, or add its name under fields: ${system.system} in the policy's entry for ${listed(entries, 'or')}.`,
  };
}
