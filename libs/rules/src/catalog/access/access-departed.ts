import type { Rule } from '../../engine/rule.js';
import { toolOf } from '../../vendors/tools.js';
import { wholeResource } from '../reading.js';
import { listed, systemName } from '../wording.js';
import { judgedAccess } from './access-verdict.js';
import { aboutPerson, rightsOf, saysLessOfRole } from './grant.js';

/** Suspended or archived in the directory, but still with access elsewhere (E35). */
export const accessDeparted: Rule = {
  id: 'access.departed',
  title: 'Access of somebody who has left',
  severity: 'high',
  needs: ['people'],
  saysLess: saysLessOfRole,
  family: 'person in a system',
  *evaluate(input) {
    for (const { system, person, verdict } of judgedAccess(input)) {
      if (verdict.rule !== 'access.departed') continue;
      const about = aboutPerson(system, person);
      const { directories } = verdict;
      yield {
        ...about,
        readFrom: [
          ...about.readFrom,
          ...directories
            .filter((directory) => directory !== system.system)
            .map((directory) => wholeResource(directory, 'people')),
        ],
        title: `${person.identifier} is suspended in ${listed(directories)} but still has access to ${systemName(system)}`,
        message: `Whoever was suspended in your office account has usually left. In ${system.system} the login is still open, with ${rightsOf(person)}.`,
        remedy: `Remove or suspend the login ${toolOf(system.connector).usersScreen}. If the person still works for you, open the account in ${listed(directories)} again.`,
        evidence: { ...about.evidence, suspended_in: directories },
      };
    }
  },
};
