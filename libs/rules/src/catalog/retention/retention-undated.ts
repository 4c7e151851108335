import type { Inventory } from '../../engine/inventory.js';
import type { Rule, Violation } from '../../engine/rule.js';
import { joinedResources } from '../joined-reading.js';
import { whichRecords } from '../which-records.js';
import { counted, systemName } from '../wording.js';
import { isUnjudged, type Retained, retained, retentionId } from './retained.js';

/** Records whose age no system can tell (E12): the policy's term can never be kept for them. */
export const retentionUndated: Rule = {
  id: 'retention.undated',
  title: 'Customer records without any date',
  severity: 'low',
  needs: ['records'],
  *evaluate({ policy, inventory }) {
    for (const found of retained(policy, inventory)) {
      if (found.undated.subjects > 0) yield undated(found, inventory);
    }
  },
  isSilentOn: ({ system, objectId }, { inventory }) => isUnjudged(inventory, system, objectId),
};

function undated(found: Retained, inventory: Inventory): Violation {
  const { system, entry, undated: tally, held } = found;
  const people = counted(tally.subjects, entry.subjects === 'customers' ? 'customer' : 'lead');
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'retention',
    objectId: retentionId(found),
    subject: entry.subjects,
    readFrom: joinedResources(inventory),
    title: `${people} in ${systemName(system)} without any date`,
    message:
      'No tool knows a purchase, an activity or even the day on which these records were made. Your policy says how long to keep people, and nobody can tell when that time is over for them.',
    remedy: `${whichRecords('retention.undated', system, tally)}Delete those that nobody knows. For the rest, note the day of the last contact, so that their time can run.`,
    evidence: { count: tally.subjects, of: held, records: tally.records, sample: tally.sample },
    content: { subjects: entry.subjects, after: entry.after },
  };
}
