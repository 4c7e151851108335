import type { InventoryPerson } from '../../engine/inventory.js';
import type { Rule } from '../../engine/rule.js';
import type { Policy } from '../../policy/policy.js';
import { addTerm, termInWords } from '../../policy/term.js';
import { toolOf } from '../../vendors/tools.js';
import { claimedSystems, isFullyRead } from '../reading.js';
import { monthInWords, systemName } from '../wording.js';
import { aboutPerson, hasAccess, saysLessOfRole } from './grant.js';

/** Nobody has used the login for longer than `access_rules: inactive_after` says; never counts too (E35). */
export const accessInactive: Rule = {
  id: 'access.inactive',
  title: 'Access that nobody uses',
  severity: 'low',
  needs: ['people'],
  saysLess: saysLessOfRole,
  *evaluate({ policy, inventory }) {
    for (const system of claimedSystems(inventory)) {
      // An age: another list of the same people, not read to its end, may know of a later login (law 2).
      if (!isFullyRead(system, 'people')) continue;
      for (const person of system.people.filter(hasAccess)) {
        if (!isInactive(person, policy, inventory.asOf)) continue;
        const since =
          person.lastLogin === 'never'
            ? 'has never logged in'
            : `last logged in in ${monthInWords(person.lastLogin ?? '')}`;
        yield {
          ...aboutPerson(system, person),
          title: `${person.identifier} has access to ${systemName(system)} and does not use it`,
          message: `This login ${since}; the policy allows ${termInWords(policy.inactiveAfter)} without use. An unused login helps nobody but whoever gets hold of its password.`,
          remedy: `Ask whether it is still needed, and if not, remove it ${toolOf(system.connector).usersScreen}.`,
        };
      }
    }
  },
};

function isInactive({ lastLogin, daysSinceLogin }: InventoryPerson, policy: Policy, asOf: string): boolean {
  if (lastLogin === 'never') return true;
  if (daysSinceLogin === null) return false;
  const lastDay = addTerm(asOf, { years: 0, months: 0, weeks: 0, days: -daysSinceLogin });
  return addTerm(lastDay, policy.inactiveAfter) < asOf;
}
