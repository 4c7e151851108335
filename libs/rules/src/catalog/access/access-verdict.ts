import type { InventoryPerson, SystemInventory } from '../../engine/inventory.js';
import type { RuleInput } from '../../engine/rule.js';
import { comparableName } from '../../policy/comparable-name.js';
import type { Policy, PolicyPerson } from '../../policy/policy.js';
import { declaredLevel, personFor } from '../../policy/staff.js';
import { claimedSystems } from '../reading.js';
import { directoriesThatSuspended } from './departed.js';
import { hasAccess, higher, isAbove } from './grant.js';

/** The rules of which a person breaks at most one in a system, gravest first (E35). */
type AccessVerdict =
  | { readonly rule: 'access.departed'; readonly directories: readonly string[] }
  | { readonly rule: 'access.undeclared-person'; readonly isKnown: boolean }
  | { readonly rule: 'access.excess-role'; readonly declared: 'viewer' | 'member' | 'admin' };

export interface JudgedPerson {
  readonly system: SystemInventory;
  /** The highest of her logins in the system (E15). */
  readonly person: InventoryPerson;
  readonly verdict: AccessVerdict;
}

/** The gravest access finding of each person in each system (E35). */
export function judgedAccess({ policy, inventory }: RuleInput): readonly JudgedPerson[] {
  const systems = claimedSystems(inventory);
  return systems.flatMap((system) =>
    [...Map.groupBy(system.people.filter(hasAccess), ({ identifier }) => whoIs(policy, identifier))].flatMap(
      ([who, logins]) => {
        const person = logins.reduce(higher);
        const directories = directoriesThatSuspended(who, system, systems, (login) => whoIs(policy, login));
        const verdict: AccessVerdict | null =
          directories.length > 0
            ? { rule: 'access.departed', directories }
            : againstThePolicy(policy, system, person);
        return verdict ? [{ system, person, verdict }] : [];
      },
    ),
  );
}

/** One person behind several logins, as far as the policy tells. */
function whoIs(policy: Policy, identifier: string): string {
  return comparableName(personFor(policy, identifier)?.email ?? identifier);
}

/** Judged only where the policy says both who there is and who may see what (E36). */
function againstThePolicy(
  policy: Policy,
  { system }: SystemInventory,
  { identifier, level }: InventoryPerson,
): AccessVerdict | null {
  if (policy.missingSections.includes('people') || policy.missingSections.includes('access')) return null;
  const known: PolicyPerson | null = personFor(policy, identifier);
  const declared = known && declaredLevel(policy, known, system);
  if (!declared) return { rule: 'access.undeclared-person', isKnown: known !== null };
  return isAbove(level, declared) ? { rule: 'access.excess-role', declared } : null;
}
