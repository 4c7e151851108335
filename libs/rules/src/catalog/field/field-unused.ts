import { covers } from '#connectors/contract/category.js';
import type { InventoryField, SystemInventory } from '../../engine/inventory.js';
import type { Rule } from '../../engine/rule.js';
import { comparableName } from '../../policy/comparable-name.js';
import type { Policy } from '../../policy/policy.js';
import { toolOf } from '../../vendors/tools.js';
import { claimedSystems, isFullyRead } from '../reading.js';
import { capitalised, counted, inFigures, inSentence, listed, systemName } from '../wording.js';
import {
  aboutFields,
  countsOf,
  groupedForFindings,
  isPersonal,
  labelsOf,
  type FieldGroup,
} from './field-group.js';
import { categoriesMissingIn } from './missing-categories.js';
import { verdictOn } from './field-verdict.js';

const TOO_FEW = 0.05;
const ENOUGH_RECORDS = 50;

/** A personal field that hardly anybody fills in (E5): data that is not needed is best not asked for. */
export const fieldUnused: Rule = {
  id: 'field.unused',
  title: 'Personal data that is hardly ever filled in',
  severity: 'low',
  needs: ['fields', 'records'],
  *evaluate({ policy, inventory }) {
    for (const system of claimedSystems(inventory)) {
      const missing = categoriesMissingIn(policy, system);
      const unused = system.fields
        .filter(isPersonal)
        .filter((field) => isHardlyFilled(system, field) && isOursToRemove(policy, system, field))
        // What nobody fills in at all is told once, as missing, where the policy expects it there.
        .filter((field) => field.filled > 0 || !missing.some((declared) => covers(declared, field.category)))
        .filter((field) => verdictOn(policy, system, field) === null);
      for (const group of groupedForFindings(system, unused)) {
        yield { ...aboutFields(group), ...texts(group) };
      }
    }
  },
};

/** A count over all records of the object, so all of them must have been read (law 2). */
function isHardlyFilled(system: SystemInventory, { object, list, records, filled }: InventoryField): boolean {
  return (
    records >= ENOUGH_RECORDS &&
    filled < records * TOO_FEW &&
    isFullyRead(system, 'records', { object, list })
  );
}

/** A vendor's own field cannot be removed; it counts only if the policy speaks of it by name. */
function isOursToRemove(policy: Policy, { system }: SystemInventory, field: InventoryField): boolean {
  if (field.custom) return true;
  const names = new Set([field.name, field.label].map(comparableName));
  const isNamed = (name: string) => names.has(comparableName(name));
  return (
    policy.data.some(({ fields }) => fields.get(system)?.some(isNamed) === true) ||
    policy.classify.some(
      (word) =>
        word.system === system &&
        (word.object === null || comparableName(word.object) === comparableName(field.object)) &&
        isNamed(word.field),
    )
  );
}

function texts({ system, category, fields }: FieldGroup) {
  const { count, of } = countsOf(fields);
  const labels = listed(labelsOf(fields));
  return {
    title: `${labels} in ${systemName(system)} is hardly ever filled in`,
    message: `${capitalised(inSentence(category))} is there for ${inFigures(count)} of ${counted(of, 'record')}. What you do not need you do not have to protect.`,
    remedy: `Remove ${labels} ${toolOf(system.connector).fieldsScreen} and from the forms that ask for it, or start to use it on purpose.`,
  };
}
