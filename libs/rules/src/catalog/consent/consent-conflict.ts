import type { Inventory } from '../../engine/inventory.js';
import type { Rule, Violation } from '../../engine/rule.js';
import { joinedResources } from '../joined-reading.js';
import { whichRecords } from '../which-records.js';
import { listed, people, systemName } from '../wording.js';
import { type MarketingList, marketingLists } from './marketing-lists.js';

/** Opted out in one system, marketed to from another (E14, E34); filed under the list that markets. */
export const consentConflict: Rule = {
  id: 'consent.conflict',
  title: 'Marketing to people who opted out elsewhere',
  severity: 'high',
  needs: ['records'],
  *evaluate({ policy, inventory }) {
    for (const list of marketingLists(policy, inventory)) {
      if (list.list.conflicts.subjects > 0) yield conflict(list, inventory);
    }
  },
  /** Who said no is not known while a tool was read without the column for it. */
  isSilentOn: (_, { inventory: { measures } }) => measures === undefined || measures.optOutsUnread.length > 0,
};

function conflict({ system, list, name, objectId }: MarketingList, inventory: Inventory): Violation {
  const { conflicts, optedOutIn } = list;
  const who = people(conflicts.subjects);
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'list',
    objectId,
    subject: name,
    readFrom: joinedResources(inventory),
    title: `${who} who opted out in ${listed(optedOutIn)} still ${conflicts.subjects === 1 ? 'gets' : 'get'} marketing mail from ${systemName(system)}`,
    message:
      'They said no in one tool, and the other does not know. To them it is the same business, and in many countries the first mail after a no is already an offence.',
    remedy: `${whichRecords('consent.conflict', system, conflicts)}Unsubscribe them in ${systemName(system)} as well; do not delete them, or the no is forgotten. Then let one tool keep the list of those who said no, and the others take it from there.`,
    evidence: {
      count: conflicts.subjects,
      of: list.marketed,
      records: conflicts.records,
      opted_out_in: optedOutIn,
      sample: conflicts.sample,
    },
    content: { opted_out_in: optedOutIn },
  };
}
