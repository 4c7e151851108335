import { counted } from '../../model/words.js';
import { paragraph, type DocumentSection } from '../document-part.js';
import { findingsOf, findingsTable } from './findings-table.js';
import type { QuarterFacts } from './quarter-facts.js';
import { verdict } from './verdict.js';
import { whatKeepsFromYes } from './what-was-read.js';

const ABOUT_ACCESS = /^(?:access\.|app\.(?:undeclared|ai|excess-scope)$)/u;

/** Is access still limited to those who need it? */
export function accessStillLimited(facts: QuarterFacts): DocumentSection {
  const { policy, scan } = facts;
  const { open, accepted } = findingsOf(facts, ABOUT_ACCESS);
  const isMissing = (section: string) => policy.missingSections.includes(section);
  const people = scan?.inventory?.systems.reduce((sum, system) => sum + system.people.length, 0) ?? 0;
  const apps = scan?.inventory?.systems.reduce((sum, system) => sum + system.apps.length, 0) ?? 0;
  return {
    heading: 'Is access still limited to those who need it?',
    parts: [
      verdict({
        against: [
          open.length === 0
            ? null
            : `In ${counted(open.length, 'place')} somebody or something has access beyond the policy, or access that is not safe.`,
        ],
        unknown: [
          isMissing('people') ? 'The policy does not name the people who work with customer data.' : null,
          isMissing('access') ? 'The policy does not say who may open what.' : null,
          isMissing('apps') ? 'The policy does not say which apps may connect.' : null,
          ...whatKeepsFromYes(facts, ['people', 'apps', 'files']),
        ],
        otherwise:
          'Everybody and every app that was found is in the policy, with no more rights than it gives.',
      }),
      ...paragraph([
        `Seen: ${counted(people, 'login')} and ${counted(apps, 'app')}.`,
        accepted.length === 0
          ? null
          : `Besides, ${counted(accepted.length, 'point')} that a person accepted for a while: see the exceptions.`,
      ]),
      ...findingsTable(open),
    ],
  };
}
