import type { Policy, PolicyAccess } from '#rules/policy/policy.js';
import { EVERYONE } from '#rules/policy/staff.js';
import { termInWords } from '#rules/policy/term.js';
import {
  cell,
  gaps,
  table,
  text,
  type Cell,
  type DocumentPart,
  type DocumentSection,
} from '../document-part.js';
import { allOf, sentenceStart } from './policy-words.js';

/** Every role, who has it, and the most it may open. */
export function whoMaySeeIt(policy: Policy): DocumentSection {
  const { people, access } = policy;
  return {
    heading: 'Who may see it',
    parts: [
      ...(access.length === 0
        ? []
        : [
            table(
              ['Who', 'May'],
              access.map((entry) => rowOf(policy, entry)),
            ),
            ...withoutAccess(policy),
          ]),
      ...(access.length === 0 && people.length === 0 ? [] : [text('Nobody else has access.')]),
      text(`Access that nobody used for ${termInWords(policy.inactiveAfter)} is looked into.`),
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
  const holders = policy.people.filter(({ roles }) => roles.includes(role)).map(({ email }) => email);
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

function withoutAccess({ people, access }: Policy): DocumentPart[] {
  const granted = new Set(access.map(({ role }) => role));
  const none = people.filter(
    ({ roles }) => !granted.has(EVERYONE) && !roles.some((role) => granted.has(role)),
  );
  return none.length === 0
    ? []
    : [text(`No access to customer data: ${allOf(none.map(({ email }) => email))}.`)];
}
