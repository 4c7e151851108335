import type { Policy, PolicyAccess } from '#rules/policy/policy.js';
import { EVERYONE } from '#rules/policy/staff.js';
import { termInWords } from '#rules/policy/term.js';
import { cell, gaps, paragraph, table, type Cell, type DocumentSection } from '../document-part.js';
import { allOf, personInWords, sentenceStart } from './policy-words.js';

/** Every role, who has it, and the most it may open. */
export function whoMaySeeIt(policy: Policy): DocumentSection {
  const { people, access } = policy;
  return {
    heading: 'Who may see it',
    column: 'left',
    parts: [
      ...table(
        ['Who', 'May'],
        access.map((entry) => rowOf(policy, entry)),
      ),
      ...paragraph([
        withoutAccess(policy),
        access.length === 0 && people.length === 0 ? null : 'Nobody else has access.',
        `Access that nobody used for ${termInWords(policy.inactiveAfter)} is looked into.`,
      ]),
      ...gaps([
        people.length === 0 ? 'This policy does not name the people who work with customer data.' : null,
        access.length === 0 ? 'It does not say who may open what.' : null,
      ]),
    ],
  };
}

const LEVELS = [
  ['admin', 'run'],
  ['member', 'work with'],
  ['viewer', 'look into'],
] as const;

function rowOf(policy: Policy, { role, systems }: PolicyAccess): Cell[] {
  const holders = policy.people
    .filter(({ roles }) => roles.includes(role))
    .map(({ email }) => personInWords(policy, email));
  const may = LEVELS.flatMap(([level, verb]) => {
    const names = [...systems].filter(([, granted]) => granted === level).map(([system]) => system);
    return names.length === 0 ? [] : [`${verb} ${allOf(names)}`];
  });
  const who =
    role === EVERYONE
      ? cell('Everyone on this page')
      : cell(sentenceStart(role), allOf(holders) || 'nobody yet');
  return [who, cell(sentenceStart(may.join('; ')) || 'Nothing')];
}

function withoutAccess(policy: Policy): string | null {
  const { people, access } = policy;
  if (access.length === 0) return null;
  const granted = new Set(access.map(({ role }) => role));
  const none = people.filter(
    ({ roles }) => !granted.has(EVERYONE) && !roles.some((role) => granted.has(role)),
  );
  return none.length === 0
    ? null
    : `No access to customer data: ${allOf(none.map(({ email }) => personInWords(policy, email)))}.`;
}
