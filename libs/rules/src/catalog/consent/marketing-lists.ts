import type { ConsentMeasure } from '../../engine/measures.js';
import type { Inventory } from '../../engine/inventory.js';
import type { Policy, PolicyConsent } from '../../policy/policy.js';
import { type JoinedSystem, joinedSystems } from '../joined-reading.js';

/** A list that the policy's consent section is about, with what was measured of it. */
export interface MarketingList extends JoinedSystem {
  readonly list: ConsentMeasure;
  readonly entries: readonly PolicyConsent[];
  /** Known by its name; without one by its system, and files of any origin by their path (E20). */
  readonly name: string;
  /** What identifies it (law 4): not the system's name, which a policy may change. */
  readonly objectId: string;
}

export function marketingLists(policy: Policy, inventory: Inventory): readonly MarketingList[] {
  return joinedSystems(inventory).flatMap((joined) => {
    const { system, connector } = joined.system;
    const entries = policy.consent.filter(({ systems }) => systems.includes(system));
    if (entries.length === 0) return [];
    return joined.measured.consent.map((list) => ({
      ...joined,
      list,
      entries,
      name: list.list ?? (connector === 'exports' ? list.object : system),
      objectId: list.list === null ? list.object : `${list.object}/${list.list}`,
    }));
  });
}
