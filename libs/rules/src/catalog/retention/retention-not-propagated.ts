import type { Inventory } from '../../engine/inventory.js';
import type { Rule, Violation } from '../../engine/rule.js';
import { type JoinedSystem, joinedResources, joinedSystems, objectIdIn } from '../joined-reading.js';
import { counted, listed, people, systemName } from '../wording.js';
import { howToDelete } from './how-to-delete.js';

/** Deleted in one system or on request, still in another (E13); one finding a system. */
export const retentionNotPropagated: Rule = {
  id: 'retention.not-propagated',
  title: 'Deletions that did not reach every tool',
  severity: 'medium',
  needs: ['records'],
  *evaluate({ inventory }) {
    for (const joined of joinedSystems(inventory)) {
      const { requested, deletedElsewhere } = joined.measured.deletions;
      if (requested.subjects + deletedElsewhere.subjects > 0) yield leftOver(joined, inventory);
    }
  },
  isSilentOn: ({ system }, { policy, inventory: { measures } }) =>
    measures === undefined ||
    // An erasure list that is named and was not read hides whom it names.
    (policy.erasures !== null && measures.erasureRequests === null) ||
    // Somebody asked, and nobody can tell whether she came back since.
    measures.systems.some((one) => one.system === system && one.deletions.unjudged > 0) ||
    // Whether the books must still keep somebody, only her last purchase tells.
    (measures.triggers.last_purchase.judgedAsOf === null &&
      policy.retention.some(({ longer }) => longer.some((exception) => exception.system === system))),
};

function leftOver({ system, measured }: JoinedSystem, inventory: Inventory): Violation {
  const { requested, deletedElsewhere, deletedIn, held } = measured.deletions;
  const count = requested.subjects + deletedElsewhere.subjects;
  const sample = [...requested.sample, ...deletedElsewhere.sample].slice(0, 20);
  const records = requested.records + deletedElsewhere.records;
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'retention',
    objectId: objectIdIn(system, 'deletions'),
    subject: 'customers',
    readFrom: joinedResources(inventory),
    ...(requested.subjects > 0 ? { severity: 'high' as const } : {}),
    title: `${counted(count, 'deleted customer')} still in ${systemName(system)}`,
    message: [
      requested.subjects === 0
        ? ''
        : `${people(requested.subjects)} on your list of deletion requests can still be found here: what was promised is not done yet.`,
      deletedElsewhere.subjects === 0
        ? ''
        : `${counted(deletedElsewhere.subjects, 'customer')} deleted in ${listed(deletedIn)} can still be found here; a deletion counts only when it reaches every copy.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    remedy: howToDelete('retention.not-propagated', system, { subjects: count, records, sample }),
    evidence: {
      count,
      of: held,
      records,
      on_request: requested.subjects,
      deleted_elsewhere: deletedElsewhere.subjects,
      deleted_in: deletedIn,
      sample,
    },
    content: {},
  };
}
