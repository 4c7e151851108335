import type { SystemInventory } from '../../engine/inventory.js';
import type { Rule } from '../../engine/rule.js';
import type { Policy } from '../../policy/policy.js';
import { toolOf } from '../../vendors/tools.js';
import { inSentence, systemName } from '../wording.js';
import {
  aboutFields,
  idOf,
  valuesIn,
  whereNotRemovable,
  type FieldGroup,
  type PersonalField,
} from './field-group.js';
import { groupsBreaking } from './field-verdict.js';
import { judgedText, judgedTexts } from './text-verdict.js';

/** Sensitive data that no entry declares by its exact category (E2). */
export const fieldSensitive: Rule = {
  id: 'field.sensitive',
  title: 'Sensitive data that the policy does not declare by name',
  severity: 'high',
  needs: ['fields', 'records'],
  family: 'data in a field',
  *evaluate({ policy, inventory }) {
    for (const group of groupsBreaking('field.sensitive', { policy, inventory }, isNoText(policy))) {
      yield { ...aboutFields(group), ...texts(group) };
    }
  },
  /** What is in a column is not gone because a password beside it makes `field.free-text` speak of it. */
  isSilentOn({ system, objectId }, { policy, inventory }) {
    return judgedTexts(policy, inventory).some(
      (text) => text.system.system === system && [idOf(text.field), text.field.category].includes(objectId),
    );
  },
};

/** A column that is judged by what stands in its notes is not judged again (E29). */
function isNoText(policy: Policy): (system: SystemInventory, field: PersonalField) => boolean {
  return (system, field) => judgedText(policy, system, field) === null;
}

function texts({ system, category, fields }: FieldGroup) {
  return {
    title: `${systemName(system)} holds sensitive data: ${inSentence(category)}`,
    message: `${valuesIn(fields)} Data of this kind can hurt a customer badly if it leaks, and many laws allow it only for a stated reason. The policy does not declare it by its exact name.`,
    remedy: `Delete the values and the field ${toolOf(system.connector).fieldsScreen} unless you really need them. If you do, take advice first, then add a line under data: in the policy with category: ${category} and in: [${system.system}].${whereNotRemovable(fields)}`,
  };
}
