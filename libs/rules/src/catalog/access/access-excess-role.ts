import type { Rule } from '../../engine/rule.js';
import { toolOf } from '../../vendors/tools.js';
import { systemName } from '../wording.js';
import { judgedAccess } from './access-verdict.js';
import { aboutPerson, rightsOf, saysLessOfRole } from './grant.js';

/** A person has more rights in a system than her highest declared role (E15). */
export const accessExcessRole: Rule = {
  id: 'access.excess-role',
  title: 'More rights than the policy gives',
  severity: 'high',
  needs: ['people'],
  saysLess: saysLessOfRole,
  family: 'person in a system',
  *evaluate(input) {
    for (const { system, person, verdict } of judgedAccess(input)) {
      if (verdict.rule !== 'access.excess-role') continue;
      const about = aboutPerson(system, person);
      yield {
        ...about,
        title: `${person.identifier} has ${person.level} rights in ${systemName(system)}, the policy gives ${verdict.declared}`,
        message: `This login has ${rightsOf(person)}. Rights beyond what the work needs make every mistake and every stolen password worse.`,
        remedy: `Lower the role to ${verdict.declared} ${toolOf(system.connector).usersScreen}, or raise ${system.system} to ${person.level} for one of this person's roles under access: in the policy.`,
        evidence: { ...about.evidence, declared_level: verdict.declared },
      };
    }
  },
};
