import type { MissingEvidence } from '../../engine/measures.js';
import type { Rule, Violation } from '../../engine/rule.js';
import type { PolicyConsent } from '../../policy/policy.js';
import { whichRecords } from '../which-records.js';
import { people, systemName } from '../wording.js';
import { type MarketingList, marketingLists } from './marketing-lists.js';

/** Marketed to without the evidence that the policy asks for (E14, E34); one finding a list. */
export const consentMissing: Rule = {
  id: 'consent.missing',
  title: 'Marketing without proof of consent',
  severity: 'high',
  needs: ['records'],
  *evaluate({ policy, inventory }) {
    for (const list of marketingLists(policy, inventory)) {
      const worst = worstOf(list);
      if (worst !== null && worst.tally.subjects > 0) yield missing(list, worst);
    }
  },
  /** A list that was read without the column that holds the proof says nothing of it. */
  isSilentOn: ({ system, objectId }, { policy, inventory }) => {
    const own = marketingLists(policy, inventory).filter(
      (list) => list.system.system === system && list.objectId === objectId,
    );
    return own.length === 0 || own.some((list) => worstOf(list) === null);
  },
};

/** Of several entries for one list the one that most people fail; null where none can be judged. */
export function worstOf({ list, entries, system }: MarketingList): MissingEvidence | null {
  const judged = entries.flatMap(
    (entry) => list.missing.find((measure) => isAbout(measure, entry, system.system)) ?? [],
  );
  return judged.toSorted((left, right) => right.tally.subjects - left.tally.subjects)[0] ?? null;
}

function isAbout(measure: MissingEvidence, entry: PolicyConsent, system: string): boolean {
  return measure.requires === entry.requires && measure.evidence === (entry.evidence.get(system) ?? null);
}

function missing(marketing: MarketingList, { requires, evidence, tally }: MissingEvidence): Violation {
  const { system, list, name, objectId } = marketing;
  const who = people(tally.subjects);
  const proof = evidence === null ? PROOFS[requires] : `${PROOFS[requires]} in ${evidence}`;
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'list',
    objectId,
    subject: name,
    readFrom: [{ system: system.system, capability: 'records', object: list.object, list: list.list }],
    title: `${who} in ${systemName(system)} ${tally.subjects === 1 ? 'gets' : 'get'} marketing mail without ${proof}`,
    message:
      'Your policy allows this mail only to people who agreed, and asks for proof. For these people there is none, so if one of them complains you can not show that she said yes.',
    remedy:
      whichRecords('consent.missing', system, tally) +
      'Ask them once, by mail, to confirm that they want the newsletter, and take everybody off the list who does not answer. If they agreed on paper, enter the day for each; do not fill in a day that you do not know.',
    evidence: {
      count: tally.subjects,
      of: list.marketed,
      records: tally.records,
      requires,
      field: evidence,
      sample: tally.sample,
    },
    content: { requires },
  };
}

const PROOFS = {
  opt_in_timestamp: 'a day of opt-in',
  double_opt_in: 'a confirmed opt-in',
  legal_basis: 'a legal basis',
} as const;
