import type { Measures, SystemMeasures } from '../engine/measures.js';
import { type Inventory, type SystemInventory, UNCLAIMED } from '../engine/inventory.js';
import type { ReadFrom } from '../engine/rule.js';

/** A system of the policy with what was measured of its customers. */
export interface JoinedSystem {
  readonly system: SystemInventory;
  readonly measured: SystemMeasures;
  readonly measures: Measures;
}

/** The systems whose customers were joined; none where the scan could not join. */
export function joinedSystems({ systems, measures }: Inventory): readonly JoinedSystem[] {
  if (measures === undefined) return [];
  return systems.flatMap((system) => {
    const measured = measures.systems.find((one) => one.system === system.system);
    return measured === undefined || system.system === UNCLAIMED ? [] : [{ system, measured, measures }];
  });
}

/**
 * What identifies something about the customers of a system (law 4). Systems of files have no account of their own, so
 * their names tell them apart.
 */
export function objectIdIn(
  { system, connector }: Pick<SystemInventory, 'system' | 'connector'>,
  id: string,
): string {
  return connector === 'exports' ? `${system}/${id}` : id;
}

/**
 * Every list of records of every system: a statement about one customer rests on all of them, and closes only when all
 * were read again (law 2).
 */
export function joinedResources({ systems }: Inventory): readonly ReadFrom[] {
  return systems
    .filter(({ system }) => system !== UNCLAIMED)
    .flatMap(({ system, receipts }) =>
      receipts
        .filter(
          ({ capability, status, notPeople }) =>
            capability === 'records' && status !== 'unsupported' && !notPeople,
        )
        .map(({ object, list }) => ({ system, capability: 'records' as const, object, list })),
    )
    .toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}
