import { counted, dayInWords } from '../../model/words.js';
import { cell, paragraph, table, text, type DocumentSection } from '../document-part.js';
import { findingsOf, findingsTable } from './findings-table.js';
import { newcomersBetween } from './newcomers.js';
import type { QuarterFacts } from './quarter-facts.js';
import { verdict } from './verdict.js';
import { whatKeepsFromYes } from './what-was-read.js';

const ABOUT_SOFTWARE = /^(?:vendor\.(?:unvetted|undeclared-payee|trains-ai|dpa)|app\.(?:undeclared|ai))$/u;

/** Which new software and fields came, and were they vetted? */
export function whichNewcomers(facts: QuarterFacts): DocumentSection {
  const { scan, start, policy, from } = facts;
  const now = scan?.inventory ?? null;
  const newcomers = start === null || now === null ? [] : newcomersBetween(start.inventory, now, policy);
  const unvetted = newcomers.filter(({ isVetted }) => !isVetted).length;
  const { open } = findingsOf(facts, ABOUT_SOFTWARE);
  return {
    heading: 'Which new software and fields came, and were they vetted?',
    parts: [
      verdict({
        against: [
          unvetted === 0
            ? null
            : `Of ${counted(newcomers.length, 'newcomer')}, ${unvetted} ${unvetted === 1 ? 'is' : 'are'} not in the policy or not checked.`,
          open.length === 0
            ? null
            : `${counted(open.length, 'point')} about software in use ${open.length === 1 ? 'is' : 'are'} open, whenever it came.`,
        ],
        unknown: [
          start === null
            ? `Nothing is known of how it was on ${dayInWords(from)}, so what is new can not be told.`
            : null,
          start !== null && !start.isBeforeQuarter
            ? `The first scan is of ${dayInWords(start.asOf)}: what came before that day can not be told.`
            : null,
          policy.missingSections.includes('vendors')
            ? 'The policy has no list of vendors to compare with.'
            : null,
          policy.missingSections.includes('apps') ? 'The policy has no list of apps to compare with.' : null,
          ...whatKeepsFromYes(facts, ['fields', 'apps']),
          ...(start === null ? [] : notReadThen(facts)),
        ],
        otherwise:
          newcomers.length === 0
            ? 'Nothing new came, and everything in use was checked.'
            : `All ${counted(newcomers.length, 'newcomer')} are in the policy and checked.`,
      }),
      ...paragraph([start === null ? null : `Compared with the scan of ${dayInWords(start.asOf)}.`]),
      ...table(
        ['New', 'Which', 'Where', 'Vetted', 'How'],
        newcomers.map(({ what, name, where, isVetted, how }) => [
          cell(what),
          cell(name),
          cell(where),
          cell(isVetted ? 'yes' : 'no'),
          cell(how),
        ]),
      ),
      ...(open.length === 0 ? [] : [text('Open about software in use:')]),
      ...findingsTable(open),
    ],
  };
}

/** What was not read at the beginning looks new when it is. */
function notReadThen({ start, scan }: QuarterFacts): readonly (string | null)[] {
  const then = start?.inventory.systems ?? [];
  const isOpen = then.some(({ receipts }) =>
    receipts.some(
      ({ capability, status }) => (capability === 'fields' || capability === 'apps') && status !== 'complete',
    ),
  );
  return [
    isOpen && scan !== null
      ? 'Not everything had been read at the beginning either, so some of it may only look new.'
      : null,
  ];
}
