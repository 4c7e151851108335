import type { Inventory } from '../../engine/inventory.js';
import type { Rule, Violation } from '../../engine/rule.js';
import { termInWords } from '../../policy/term.js';
import { joinedResources } from '../joined-reading.js';
import { counted, dayInWords, systemName } from '../wording.js';
import { howToDelete } from './how-to-delete.js';
import { isUnjudged, type Retained, retained, retentionId } from './retained.js';

/** Records of people whom the policy promised to forget by now, judged by what they did in any tool (E11, E31). */
export const retentionOverdue: Rule = {
  id: 'retention.overdue',
  title: 'Customer records kept past their term',
  severity: 'high',
  needs: ['records'],
  *evaluate({ policy, inventory }) {
    for (const found of retained(policy, inventory)) {
      if (found.overdue.subjects > 0) yield overdue(found, inventory);
    }
  },
  isSilentOn: ({ system, objectId }, { inventory }) => isUnjudged(inventory, system, objectId),
};

function overdue(found: Retained, inventory: Inventory): Violation {
  const { system, entry, keep, measures, overdue: tally, held } = found;
  const { judgedAsOf } = measures.triggers[entry.after];
  const people = counted(tally.subjects, entry.subjects === 'customers' ? 'customer' : 'lead');
  const trigger = TRIGGERS[entry.after];
  const because = entry.longer.find((exception) => exception.system === system.system)?.because;
  const reason = because === undefined ? '' : `, here because of ${because}`;
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'retention',
    objectId: retentionId(found),
    subject: entry.subjects,
    readFrom: joinedResources(inventory),
    title: `${people} kept in ${systemName(system)} for longer than ${termInWords(keep)}`,
    message:
      `Your policy keeps ${entry.subjects} for ${termInWords(keep)} after their ${trigger.noun}${reason}. ` +
      `Taking all your tools together, these people ${trigger.lapsed} for at least that long by ${dayInWords(judgedAsOf ?? inventory.asOf)}, ` +
      'the last day that was read everywhere. Records that nobody needs any more can only be lost, misused or asked about.',
    remedy: howToDelete('retention.overdue', system, tally),
    evidence: {
      count: tally.subjects,
      of: held,
      records: tally.records,
      term: termInWords(keep),
      after: entry.after,
      judged_as_of: judgedAsOf,
      sample: tally.sample,
    },
    content: { subjects: entry.subjects, after: entry.after },
  };
}

const TRIGGERS = {
  last_purchase: { noun: 'last purchase', lapsed: 'had not bought anything' },
  last_activity: { noun: 'last activity', lapsed: 'had not been in touch' },
} as const;
