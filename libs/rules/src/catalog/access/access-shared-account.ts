import type { Rule } from '../../engine/rule.js';
import { isRoleAddress } from '../../policy/staff.js';
import { toolOf } from '../../vendors/tools.js';
import { claimedSystems } from '../reading.js';
import { systemName } from '../wording.js';
import { aboutPerson, hasAccess, isAbove, rightsOf, saysLessOfRole } from './grant.js';

/** A generic address with more than viewer rights, even if the policy names it (E35). */
export const accessSharedAccount: Rule = {
  id: 'access.shared-account',
  title: 'Login that several people share',
  severity: 'medium',
  needs: ['people'],
  saysLess: saysLessOfRole,
  *evaluate({ inventory }) {
    for (const system of claimedSystems(inventory)) {
      for (const person of system.people.filter(hasAccess)) {
        if (!isRoleAddress(person.identifier) || !isAbove(person.level, 'viewer')) continue;
        yield {
          ...aboutPerson(system, person),
          title: `${person.identifier} is a shared login to ${systemName(system)} with ${person.level} rights`,
          message: `The address belongs to a desk, not to a person, and has ${rightsOf(person)}. With a shared login nobody can tell who changed or exported something, and the password stays the same when somebody leaves.`,
          remedy: `Give each person a login of their own, then remove this one or make it a viewer ${toolOf(system.connector).usersScreen}.`,
        };
      }
    }
  },
};
