import type { Inventory } from '../../engine/inventory.js';
import type { Rule, Violation } from '../../engine/rule.js';
import { type JoinedSystem, joinedResources, joinedSystems } from '../joined-reading.js';
import { counted, listed, systemName } from '../wording.js';
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
  /** An erasure list that is named and was not read hides whom it names. */
  isSilentOn: (_, { policy, inventory }) =>
    inventory.measures === undefined ||
    (policy.erasures !== null && inventory.measures.erasureRequests === null),
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
    objectId: 'deletions',
    subject: 'customers',
    readFrom: joinedResources(inventory),
    ...(requested.subjects > 0 ? { severity: 'high' as const } : {}),
    title: `${counted(count, 'deleted customer')} still in ${systemName(system)}`,
    message: [
      requested.subjects === 0
        ? ''
        : `${counted(requested.subjects, 'person').replace('persons', 'people')} on your list of deletion requests can still be found here; you told them that they are gone.`,
      deletedElsewhere.subjects === 0
        ? ''
        : `${counted(deletedElsewhere.subjects, 'customer')} deleted in ${listed(deletedIn)} can still be found here; a deletion counts only when it reaches every copy.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    remedy: howToDelete(system, { subjects: count, records, sample }),
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
