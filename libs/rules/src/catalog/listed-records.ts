import type { Inventory } from '../engine/inventory.js';
import type { ListableRule } from '../engine/listable-rule.js';
import type { Tally } from '../engine/measures.js';
import { applyClassifications } from '../policy/coverage.js';
import type { Policy } from '../policy/policy.js';
import { worstOf } from './consent/consent-missing.js';
import { marketingLists } from './consent/marketing-lists.js';
import { pathOf } from './field/field-group.js';
import { judgedTexts, notesWith, recordsWith } from './field/text-verdict.js';
import { joinedSystems } from './joined-reading.js';
import { retained } from './retention/retained.js';

/** The records of one finding. They are as many as the join was asked to keep: for a list that a person reads, all. */
export interface RecordList {
  /** The finding's subject (E30). */
  readonly subject: string;
  /** People, or notes. */
  readonly count: number;
  /** The vendor's record ids, else `file:row`; each once. */
  readonly records: readonly string[];
  /** The day that each is judged by, YYYY-MM-DD, where that is a day. */
  readonly days?: ReadonlyMap<string, string>;
  /** What the records are of, in the connector's word; absent: people. */
  readonly object?: string;
}

/** What a rule finds in one system, finding by finding; none where it finds nobody. */
export function listedRecords(
  rule: ListableRule,
  system: string,
  policy: Policy,
  inventory: Inventory,
): readonly RecordList[] {
  if (rule === 'field.free-text') return notesIn(system, policy, inventory);
  return talliesOf(rule, system, policy, inventory)
    .map(({ subject, tallies }) => ({
      subject,
      count: tallies.reduce((sum, { subjects }) => sum + subjects, 0),
      records: [...new Set(tallies.flatMap(({ sample }) => sample))],
      ...daysIn(tallies),
    }))
    .filter(({ count }) => count > 0);
}

function notesIn(system: string, policy: Policy, inventory: Inventory): readonly RecordList[] {
  return judgedTexts(policy, applyClassifications(inventory, policy))
    .filter((text) => text.system.system === system)
    .map(({ field, notes, kinds }) => ({
      subject: pathOf(field),
      count: notesWith(notes, kinds),
      records: recordsWith(notes, kinds),
      object: field.object,
    }));
}

function daysIn(tallies: readonly Tally[]): Pick<RecordList, 'days'> {
  const days = tallies.flatMap((tally) => [...(tally.days ?? [])]);
  return days.length === 0 ? {} : { days: new Map(days) };
}

interface Found {
  readonly subject: string;
  readonly tallies: readonly Tally[];
}

function talliesOf(
  rule: Exclude<ListableRule, 'field.free-text'>,
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
