import { categories, covers, sensitivityOf, titleOf, type Category } from '#connectors/contract/category.js';
import type { Policy, PolicyData } from '#rules/policy/policy.js';
import { isVague, vagueInWords } from '../../model/vague-purpose.js';
import { cell, gaps, paragraph, table, type Cell, type DocumentSection } from '../document-part.js';
import { allOf, basisInWords, placesInWords, purposesInWords, sentenceStart } from './policy-words.js';

/** The heart of the page: every kind of data, why it is kept, and where. */
export function whatWeKeep(policy: Policy): DocumentSection {
  return {
    heading: 'What we keep, why, and where',
    parts: [
      ...paragraph([policy.systems.size === 0 ? null : `The places: ${placesInWords(policy)}.`]),
      ...table(['What', 'Why', 'Where'], oneRowEach(policy.data.map((entry) => rowOf(policy, entry)))),
      ...paragraph([
        'We keep nothing else about customers, and nothing in any other place.',
        bases(policy),
        ...consents(policy),
      ]),
      ...gaps([
        ...vaguePurposes(policy),
        policy.purposes.size === 0 ? 'This policy does not say what the data is used for.' : null,
        policy.consent.length === 0
          ? 'This policy asks for no proof that people agreed to be written to.'
          : null,
      ]),
    ],
  };
}

type Row = readonly [what: Cell, why: Cell, where: Cell];

function rowOf(policy: Policy, { category, purposes, systems, fields }: PolicyData): Row {
  const closed = [...fields].map(
    ([system, names]) => `in ${system} only as ${allOf(names.map((name) => `“${name}”`))}`,
  );
  return [
    cell(titleOf(category), sensitivityOf(category) === 'sensitive' ? 'sensitive' : withParts(category)),
    purposes.length === 0 ? cell('not said') : cell(sentenceStart(purposesInWords(policy, purposes))),
    cell(allOf(systems), closed.join('; ')),
  ];
}

/** What is kept for the same reasons in the same places, and has no remark of its own, shares a row. */
function oneRowEach(rows: readonly Row[]): Cell[][] {
  const keyOf = ([what, why, where]: Row, at: number) =>
    JSON.stringify([what.note, where.note].some((note) => note !== undefined) ? at : [why, where]);
  return [...Map.groupBy(rows.entries(), ([at, row]) => keyOf(row, at)).values()].flatMap((same) => {
    const [first, ...others] = same.map(([, row]) => row);
    if (first === undefined) return [];
    const names = [first[0].text, ...others.map(([{ text }]) => inSentence(text))];
    return [[{ ...first[0], text: names.join('; ') }, first[1], first[2]]];
  });
}

/** "notes and messages" inside a sentence, but "IP address". */
function inSentence(title: string): string {
  return /^\p{Lu}{2}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** A kind of data covers what is below it, unless that is sensitive (E2). */
function withParts(category: Category): string {
  const below = categories.filter(
    (other) => other !== category && covers(category, other) && sensitivityOf(other) !== 'sensitive',
  );
  return below.length === 0 ? '' : `with ${allOf(below.map((other) => titleOf(other).toLowerCase()))}`;
}

/** "What allows us to use it: to take and deliver orders, because we owe it by contract; …" */
function bases({ purposes }: Policy): string | null {
  const reasons = [...purposes.values()].map(
    ({ why, basis }) =>
      `${why}, ${basis === null ? 'for a reason the policy does not give' : basisInWords(basis)}`,
  );
  return reasons.length === 0 ? null : `What allows us to use it: ${reasons.join('; ')}.`;
}

function vaguePurposes({ purposes }: Policy): readonly string[] {
  return [...purposes]
    .filter(([, { why }]) => isVague(why))
    .map(([name, { why }]) => vagueInWords(name, why));
}

const PROOFS = {
  opt_in_timestamp: 'the time they agreed',
  double_opt_in: 'an agreement they confirmed by e-mail',
  legal_basis: 'a legal basis on their record',
};

function consents(policy: Policy): readonly string[] {
  return policy.consent.map(
    ({ purpose, systems, requires }) =>
      `Before we use ${allOf(systems)} ${purposesInWords(policy, [purpose])}, there is proof: ${PROOFS[requires]}.`,
  );
}
