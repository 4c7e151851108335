import { UserActionError } from '#connectors/contract/error.js';
import type { Policy } from '#rules/policy/policy.js';
import type { Connection } from './connection.js';
import type { OpenConnection } from './connections.js';

/** What has a name and a tool, whether it is open or only shown. */
interface Named {
  readonly connection: Pick<Connection, 'name' | 'connector'>;
}

/** A system of the policy and the connection that feeds it. */
export interface ConnectedSystem<C extends Named = OpenConnection> {
  readonly system: string;
  readonly open: C;
}

/**
 * Which connection feeds which system (E7): the one that `connection:` names, else the only one of its tool. A system
 * without one is read from exports. Throws a UserActionError where it could be either of two.
 */
export function connectedSystems<C extends Named>(
  policy: Policy,
  connections: readonly C[],
): readonly ConnectedSystem<C>[] {
  return [...policy.systems].flatMap(([system, { connector, connection, files }]) => {
    const ofTool = connections.filter((open) => open.connection.connector === connector);
    if (connection !== null) {
      const open = ofTool.find((one) => one.connection.name === connection);
      return open === undefined ? [] : [{ system, open }];
    }
    // Two systems of one tool: this one is told apart by its files.
    if (files.length > 0 && hasRival(policy, system)) return [];
    const [open, other] = ofTool;
    if (open === undefined) return [];
    if (other !== undefined) throw ambiguous(system, ofTool);
    return [{ system, open }];
  });
}

function hasRival(policy: Policy, system: string): boolean {
  const own = policy.systems.get(system)?.connector;
  return [...policy.systems].some(([name, { connector }]) => name !== system && connector === own);
}

function ambiguous(system: string, connections: readonly Named[]): UserActionError {
  const names = connections.map(({ connection }) => connection.name).join(', ');
  return new UserActionError({
    message: `It is not clear which connection feeds the system ${system} of your policy.`,
    step: `Name it in the policy, under systems: ${system}: { connection: … }. There is: ${names}.`,
    details: { system },
  });
}
