import type { Rule } from '../../engine/rule.js';
import { toolOf } from '../../vendors/tools.js';
import { inSentence, systemName } from '../wording.js';
import { aboutFields, valuesIn, whereNotRemovable, type FieldGroup } from './field-group.js';
import { groupsBreaking } from './field-verdict.js';

/** Sensitive data that no entry declares by its exact category (E2). */
export const fieldSensitive: Rule = {
  id: 'field.sensitive',
  title: 'Sensitive data that the policy does not declare by name',
  severity: 'high',
  needs: ['fields', 'records'],
  *evaluate({ policy, inventory }) {
    for (const group of groupsBreaking('field.sensitive', { policy, inventory })) {
      yield { ...aboutFields(group), ...texts(group) };
    }
  },
};

function texts({ system, category, fields }: FieldGroup) {
  return {
    title: `${systemName(system)} holds sensitive data: ${inSentence(category)}`,
    message: `${valuesIn(fields)} Data of this kind can hurt a customer badly if it leaks, and many laws allow it only for a stated reason. The policy does not declare it by its exact name.`,
    remedy: `Delete the values and the field ${toolOf(system.connector).fieldsScreen} unless you really need them. If you do, take advice first, then add a line under data: in the policy with category: ${category} and in: [${system.system}].${whereNotRemovable(fields)}`,
  };
}
