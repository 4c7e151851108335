import type { Inventory } from '../engine/inventory.js';
import type { Tally } from '../engine/measures.js';
import type { RuleId } from '../engine/rule-id.js';
import type { Policy } from '../policy/policy.js';
import { worstOf } from './consent/consent-missing.js';
import { marketingLists } from './consent/marketing-lists.js';
import { joinedSystems } from './joined-reading.js';
import { retained } from './retention/retained.js';

/** Rules about single customers, so that there are records to list. */
export const listableRules = [
  'retention.overdue',
  'retention.undated',
  'retention.not-propagated',
  'consent.missing',
  'consent.conflict',
] as const satisfies readonly RuleId[];
export type ListableRule = (typeof listableRules)[number];

export function isListable(rule: string): rule is ListableRule {
  return listableRules.some((listable) => listable === rule);
}

/** The records of one finding. They are as many as the join was asked to keep: for a list that a person reads, all. */
export interface RecordList {
  /** The finding's subject (E30). */
  readonly subject: string;
  readonly people: number;
  /** The vendor's record ids, else `file:row`; each once. */
  readonly records: readonly string[];
}

/** What a rule finds in one system, finding by finding; none where it finds nobody. */
export function listedRecords(
  rule: ListableRule,
  system: string,
  policy: Policy,
  inventory: Inventory,
): readonly RecordList[] {
  return talliesOf(rule, system, policy, inventory)
    .map(({ subject, tallies }) => ({
      subject,
      people: tallies.reduce((sum, { subjects }) => sum + subjects, 0),
      records: [...new Set(tallies.flatMap(({ sample }) => sample))],
    }))
    .filter(({ people }) => people > 0);
}

interface Found {
  readonly subject: string;
  readonly tallies: readonly Tally[];
}

function talliesOf(
  rule: ListableRule,
  system: string,
  policy: Policy,
  inventory: Inventory,
): readonly Found[] {
  const isHere = (one: { readonly system: { readonly system: string } }) => one.system.system === system;
  if (rule === 'retention.not-propagated') {
    return joinedSystems(inventory)
      .filter(isHere)
      .map(({ measured: { deletions } }) => ({
        subject: 'customers',
        tallies: [deletions.requested, deletions.deletedElsewhere],
      }));
  }
  if (rule === 'retention.overdue' || rule === 'retention.undated') {
    return retained(policy, inventory)
      .filter(isHere)
      .map(({ entry, overdue, undated }) => ({
        subject: entry.subjects,
        tallies: [rule === 'retention.overdue' ? overdue : undated],
      }));
  }
  return marketingLists(policy, inventory)
    .filter(isHere)
    .map((marketing) => ({
      subject: marketing.name,
      tallies:
        rule === 'consent.conflict' ? [marketing.list.conflicts] : [worstOf(marketing)?.tally ?? []].flat(),
    }));
}
