import type { ConsentMeasure } from '../../engine/measures.js';
import type { SystemInventory } from '../../engine/inventory.js';
import type { RuleInput, Violation } from '../../engine/rule.js';
import { claimedSystems } from '../reading.js';
import { joinedFrom } from '../retention/retention-verdict.js';

/** A list that marketing mail goes to, of a system that some entry of `consent:` names (E34). */
export interface MarketedList {
  readonly system: SystemInventory;
  readonly measure: ConsentMeasure;
}

export function marketedLists({ policy, inventory }: RuleInput): readonly MarketedList[] {
  return claimedSystems(inventory).flatMap((system) => {
    if (!policy.consent.some(({ systems }) => systems.includes(system.system))) return [];
    const measured = inventory.measures?.systems.find((candidate) => candidate.system === system.system);
    return (measured?.consent ?? []).map((measure) => ({ system, measure }));
  });
}

/** Known by its name; a list without one by its system (E20, E30). */
export function listName({ system, measure }: MarketedList): string {
  return measure.list ?? system.system;
}

/** Everything of a finding about a list but its words. `part` tells several findings of one list apart. */
export function aboutList(
  marketed: MarketedList,
  part: string,
  { inventory }: RuleInput,
): Omit<Violation, 'title' | 'message' | 'remedy' | 'evidence' | 'content'> {
  const { system, measure } = marketed;
  const { connector, account } = system;
  const inFile = connector === 'exports' ? `${system.system}/` : '';
  return {
    system: system.system,
    connector,
    account,
    objectType: 'list',
    objectId: `${inFile}${measure.list === null ? '' : `${measure.list}/`}${measure.object}${part === '' ? '' : `/${part}`}`,
    subject: listName(marketed),
    readFrom: joinedFrom(inventory),
  };
}
