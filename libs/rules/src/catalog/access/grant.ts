import type { AccessLevel } from '#connectors/contract/fact.js';
import type { InventoryPerson, SystemInventory } from '../../engine/inventory.js';
import type { Evidence, Violation } from '../../engine/rule.js';
import { wholeResource } from '../reading.js';

/** From least to most (E15); what the vendor's word does not settle stands below, so that it is never excess. */
const RANK: Readonly<Record<AccessLevel, number>> = { unknown: 0, viewer: 1, member: 2, admin: 3 };

/** An invitation counts as access, a suspended login does not (E15, E35). */
export function hasAccess({ state }: InventoryPerson): boolean {
  return state !== 'suspended';
}

export function isAbove(level: AccessLevel, limit: AccessLevel): boolean {
  return RANK[level] > RANK[limit];
}

/** The login with more rights; of equals the first by name, so that the order of reading does not matter. */
export function higher(left: InventoryPerson, right: InventoryPerson): InventoryPerson {
  if (left.level !== right.level) return isAbove(left.level, right.level) ? left : right;
  return left.identifier < right.identifier ? left : right;
}

/** Everything of a finding about a person but its words. */
export function aboutPerson(
  system: SystemInventory,
  person: InventoryPerson,
): Omit<Violation, 'title' | 'message' | 'remedy'> {
  const { identifier, role, level, state, lastLogin, secondFactor } = person;
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'person',
    objectId: identifier.toLowerCase(),
    subject: identifier,
    readFrom: [wholeResource(system.system, 'people')],
    evidence: { role, level, state, last_login: lastLogin, second_factor: secondFactor },
    content: { role, level },
  };
}

/** The tool did not tell her role this time: nobody took it away (law 2). */
export function saysLessOfRole(before: Evidence, now: Evidence): boolean {
  return now['role'] === '' && before['role'] !== '';
}

/** "admin rights (Super admin)"; the tool's own word where there is one. */
export function rightsOf({ level, role }: InventoryPerson): string {
  const rights = level === 'unknown' ? 'a role whose rights Plumbline does not know' : `${level} rights`;
  return role === '' ? rights : `${rights} (${role})`;
}
