import { sensitivityOf, type Category } from '#connectors/contract/category.js';
import type { Inventory, SystemInventory } from '../../engine/inventory.js';
import { declarationsOf, isDeclaredIn } from '../../policy/coverage.js';
import type { Policy } from '../../policy/policy.js';
import { claimedSystems } from '../reading.js';
import { sortedOnce } from '../wording.js';
import { groupedForFindings, holdsPersonalData, type FieldGroup, type PersonalField } from './field-group.js';

/** The rules of which a field breaks at most one (E5). */
export type FieldVerdict = 'field.sensitive' | 'field.wrong-system' | 'field.undeclared';

/** The one rule that a field with values breaks (E2, E4, E5); null where the policy declares it. */
export function verdictOn(
  policy: Policy,
  system: SystemInventory,
  field: PersonalField,
): FieldVerdict | null {
  if (!holdsPersonalData(field)) return null;
  const declaration = isDeclaredIn(policy, system.system, field.category, [field.name, field.label]);
  if (declaration === 'declared') return null;
  if (declaration === 'closed-list') return 'field.undeclared';
  if (declaration === 'elsewhere') return 'field.wrong-system';
  return sensitivityOf(field.category) === 'sensitive' ? 'field.sensitive' : 'field.undeclared';
}

/** The categories of the policy's entries that cover a found one: what a person has to look for on the page. */
export function declaredCategories(policy: Policy, category: Category): readonly string[] {
  return sortedOnce(declarationsOf(policy, category).map((entry) => entry.category));
}

/** What breaks one of these rules, grouped as findings are (E6); `isMeant` leaves out what another rule speaks of. */
export function groupsBreaking(
  rule: FieldVerdict,
  { policy, inventory }: { readonly policy: Policy; readonly inventory: Inventory },
  isMeant: (system: SystemInventory, field: PersonalField) => boolean = () => true,
): readonly FieldGroup[] {
  return claimedSystems(inventory).flatMap((system) =>
    groupedForFindings(
      system,
      system.fields
        .filter(holdsPersonalData)
        .filter((field) => verdictOn(policy, system, field) === rule && isMeant(system, field)),
    ),
  );
}
