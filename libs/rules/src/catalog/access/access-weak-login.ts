import type { Rule } from '../../engine/rule.js';
import { toolOf } from '../../vendors/tools.js';
import { claimedSystems } from '../reading.js';
import { systemName } from '../wording.js';
import { aboutPerson, saysLessOfRole } from './grant.js';

/** An active login without a second factor, where the list says so. */
export const accessWeakLogin: Rule = {
  id: 'access.weak-login',
  title: 'Login with a password alone',
  severity: 'medium',
  needs: ['people'],
  saysLess: saysLessOfRole,
  *evaluate({ inventory }) {
    for (const system of claimedSystems(inventory)) {
      for (const person of system.people) {
        if (person.state !== 'active' || person.secondFactor !== false) continue;
        yield {
          ...aboutPerson(system, person),
          title: `${person.identifier} logs in to ${systemName(system)} without a second factor`,
          message:
            'A password alone is enough to get in. Stolen and reused passwords are the most common way into a small business.',
          remedy: `Ask the person to turn on two-step verification, and require it for everybody ${toolOf(system.connector).secondFactorScreen}.`,
        };
      }
    }
  },
};
