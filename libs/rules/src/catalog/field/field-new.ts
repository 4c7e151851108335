import type { InventoryField, SystemInventory } from '../../engine/inventory.js';
import type { Rule } from '../../engine/rule.js';
import { approvedSystem } from '../baseline.js';
import { claimedSystems, isFullyRead } from '../reading.js';
import { counted, inFigures, inSentence, listed, systemName } from '../wording.js';
import {
  aboutFields,
  countsOf,
  groupedForFindings,
  holdsPersonalData,
  labelsOf,
  type FieldGroup,
} from './field-group.js';
import { verdictOn } from './field-verdict.js';

/** A field with personal data that was not there when a person approved the state (law 7); never beside another verdict (E5). */
export const fieldNew: Rule = {
  id: 'field.new',
  title: 'Personal data that was not there at the baseline',
  severity: 'info',
  needs: ['fields', 'records'],
  *evaluate({ policy, inventory, baseline }) {
    for (const system of claimedSystems(inventory)) {
      const approved = approvedSystem(baseline, system);
      if (!approved) continue;
      const arrived = system.fields
        .filter(holdsPersonalData)
        .filter((field) => isNewAgainst(approved, field) && verdictOn(policy, system, field) === null);
      for (const group of groupedForFindings(system, arrived)) {
        yield { ...aboutFields(group), ...texts(group) };
      }
    }
  },
};

/** Only where all fields of that object were known then: a column that nobody chose to export is not a new field. */
function isNewAgainst(approved: SystemInventory, { object, list, name }: InventoryField): boolean {
  return (
    isFullyRead(approved, 'fields', { object, list }) &&
    !approved.fields.some((known) => known.object === object && known.list === list && known.name === name)
  );
}

function texts({ system, category, fields }: FieldGroup) {
  const { count, of } = countsOf(fields);
  const labels = listed(labelsOf(fields));
  return {
    title: `${labels} is new in ${systemName(system)}`,
    message: `It holds ${inSentence(category)} for ${inFigures(count)} of ${counted(of, 'record')}. The policy allows that, but it was not there when the present state was approved.`,
    remedy: `Check that somebody wanted this field. If so, approve the present state as the new baseline; if not, remove the field.`,
  };
}
