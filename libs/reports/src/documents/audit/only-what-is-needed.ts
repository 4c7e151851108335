import { counted } from '../../model/words.js';
import { paragraph, type DocumentSection } from '../document-part.js';
import { findingsOf, findingsTable } from './findings-table.js';
import type { QuarterFacts } from './quarter-facts.js';
import { verdict } from './verdict.js';
import { whatKeepsFromYes } from './what-was-read.js';

const ABOUT_DATA = /^(?:field\.(?!missing|new)|purpose\.|retention\.|consent\.)/u;

/** Do we still collect only what is needed, and keep it only as long? */
export function onlyWhatIsNeeded(facts: QuarterFacts): DocumentSection {
  const { policy } = facts;
  const { open, accepted } = findingsOf(facts, ABOUT_DATA);
  const isMissing = (section: string) => policy.missingSections.includes(section);
  return {
    heading: 'Do we still collect only what is needed?',
    parts: [
      verdict({
        against: [
          open.length === 0
            ? null
            : `In ${counted(open.length, 'place')} there is data that the policy does not provide for, or data kept or used beyond what it says.`,
        ],
        unknown: [
          isMissing('purposes') ? 'The policy does not say what data is used for.' : null,
          isMissing('retention') ? 'The policy does not say how long records are kept.' : null,
          unjudgedRecords(facts),
          ...whatKeepsFromYes(facts, ['fields', 'records']),
        ],
        otherwise:
          'Everything that was found is in the policy, for its purposes, and not kept longer than it says.',
      }),
      ...paragraph([
        accepted.length === 0
          ? null
          : `Besides, ${counted(accepted.length, 'point')} that a person accepted for a while: see the exceptions.`,
      ]),
      ...findingsTable(open),
    ],
  };
}

/** Customers of whom no scan could tell whether their time is up. */
function unjudgedRecords({ scan }: QuarterFacts): string | null {
  const measures = scan?.inventory?.measures;
  if (measures === undefined)
    return scan === null || scan.inventory === null ? null : 'Nothing is known of the age of records.';
  const count = measures.systems
    .flatMap(({ retention }) => retention)
    .reduce((sum, { unjudged }) => sum + unjudged, 0);
  return count === 0
    ? null
    : `Of ${counted(count, 'record holder')} it is not known whether their time is up.`;
}
