import type { Rule } from '../../engine/rule.js';
import { toolOf } from '../../vendors/tools.js';
import { systemName } from '../wording.js';
import { judgedAccess } from './access-verdict.js';
import { aboutPerson, rightsOf, saysLessOfRole } from './grant.js';

/** Somebody has access to a system for which the policy does not name her (E35). */
export const accessUndeclaredPerson: Rule = {
  id: 'access.undeclared-person',
  title: 'Access that the policy does not give',
  severity: 'high',
  needs: ['people'],
  saysLess: saysLessOfRole,
  family: 'person in a system',
  *evaluate(input) {
    for (const { system, person, verdict } of judgedAccess(input)) {
      if (verdict.rule !== 'access.undeclared-person') continue;
      const name = systemName(system);
      const who = person.identifier;
      yield {
        ...aboutPerson(system, person),
        title: `${who} has access to ${name}, but the policy does not name this person for it`,
        message: verdict.isKnown
          ? `${who} is in the policy, but none of the roles given there opens ${system.system}. In ${name} this login has ${rightsOf(person)} and can see your customers' data.`
          : `The policy does not know ${who}. In ${name} this login has ${rightsOf(person)} and can see your customers' data.`,
        remedy: verdict.isKnown
          ? `Remove the access ${toolOf(system.connector).usersScreen}, or let a role of this person open ${system.system} under access: in the policy.`
          : `Remove the access ${toolOf(system.connector).usersScreen}. If it is meant to be, add the person under people: in the policy, with a role that opens ${system.system}; if it is another name of somebody already there, add it under also:.`,
      };
    }
  },
};
