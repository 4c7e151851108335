import { categories, covers, sensitivityOf, titleOf, type Category } from '#connectors/contract/category.js';
import type { Policy, PolicyData } from '#rules/policy/policy.js';
import {
  cell,
  gaps,
  list,
  table,
  text,
  type Cell,
  type DocumentPart,
  type DocumentSection,
} from '../document-part.js';
import { allOf, placesInWords, purposesInWords, sentenceStart } from './policy-words.js';

/** The heart of the page: every kind of data, why it is kept, and where. */
export function whatWeKeep(policy: Policy): DocumentSection {
  return {
    heading: 'What we keep, why, and where',
    parts: [
      ...(policy.systems.size === 0 ? [] : [text(`The places: ${placesInWords(policy)}.`)]),
      ...(policy.data.length === 0
        ? []
        : [
            table(
              ['What', 'Why', 'Where'],
              policy.data.map((entry) => rowOf(policy, entry)),
            ),
          ]),
      text('We keep nothing else about customers, and nothing in any other place.'),
      ...bases(policy),
      ...consents(policy),
      ...gaps([
        policy.purposes.size === 0 ? 'This policy does not say what the data is used for.' : null,
        policy.consent.length === 0
          ? 'This policy asks for no proof that people agreed to be written to.'
          : null,
      ]),
    ],
  };
}

function rowOf(policy: Policy, { category, purposes, systems, fields }: PolicyData): Cell[] {
  const closed = [...fields].map(
    ([system, names]) => `in ${system} only as ${allOf(names.map((name) => `“${name}”`))}`,
  );
  return [
    cell(titleOf(category), sensitivityOf(category) === 'sensitive' ? 'sensitive' : withParts(category)),
    purposes.length === 0 ? cell('not said') : cell(sentenceStart(purposesInWords(policy, purposes))),
    cell(allOf(systems), closed.join('; ')),
  ];
}

/** A kind of data covers what is below it, unless that is sensitive (E2). */
function withParts(category: Category): string {
  const below = categories.filter(
    (other) => other !== category && covers(category, other) && sensitivityOf(other) !== 'sensitive',
  );
  return below.length === 0 ? '' : `with ${allOf(below.map((other) => titleOf(other).toLowerCase()))}`;
}

const BASES: Readonly<Record<string, string>> = {
  consent: 'because people agreed to it',
  contract: 'because we owe it by contract',
  legal_obligation: 'because the law asks for it',
  legitimate_interests: 'because our interest in it outweighs theirs',
  public_task: 'as a public task',
  vital_interests: 'to protect lives',
};

function bases({ purposes }: Policy): DocumentPart[] {
  const reasons = [...purposes.values()].map(({ why, basis }) =>
    sentenceStart(`${why}: ${basis === null ? 'the policy does not say' : (BASES[basis] ?? basis)}.`),
  );
  return reasons.length === 0 ? [] : [text('What allows us to use it:'), list(reasons)];
}

const PROOFS = {
  opt_in_timestamp: 'the time they agreed',
  double_opt_in: 'an agreement they confirmed by e-mail',
  legal_basis: 'a legal basis on their record',
};

function consents(policy: Policy): DocumentPart[] {
  return policy.consent.map(({ purpose, systems, requires }) =>
    text(
      `Before we use ${allOf(systems)} ${purposesInWords(policy, [purpose])}, there is proof: ${PROOFS[requires]}.`,
    ),
  );
}
