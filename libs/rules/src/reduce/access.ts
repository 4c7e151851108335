import type { AccessLevel, AppFact, PersonFact } from '#connectors/contract/fact.js';
import type { InventoryApp, InventoryPerson } from '../engine/inventory.js';
import { daysBetween } from '../policy/term.js';

const LEVELS: readonly AccessLevel[] = ['unknown', 'viewer', 'member', 'admin'];
const STATES: readonly PersonFact['state'][] = ['suspended', 'invited', 'active'];

/** One entry per person of a system; of several grants the highest (E15). */
export function peopleOf(facts: readonly PersonFact[], asOf: string): readonly InventoryPerson[] {
  return groupedBy(facts, ({ identifier }) => identifier.toLowerCase()).map(([identifier, grants]) => {
    const logins = grants.flatMap(({ lastLogin }) => (lastLogin === undefined ? [] : [lastLogin]));
    const lastDay =
      logins
        .filter((login) => login !== 'never')
        .toSorted()
        .at(-1) ?? null;
    const factors = grants.flatMap(({ secondFactor }) => (secondFactor === undefined ? [] : [secondFactor]));
    const level = highest(LEVELS, grants, (grant) => grant.level);
    return {
      identifier,
      role: [...new Set(grants.filter((grant) => grant.level === level).map(({ role }) => role))]
        .toSorted()
        .join(', '),
      level,
      state: highest(STATES, grants, (grant) => grant.state),
      lastLogin: lastDay?.slice(0, 7) ?? (logins.length > 0 ? 'never' : null),
      daysSinceLogin: lastDay === null ? null : Math.max(0, daysBetween(lastDay, asOf)),
      secondFactor: factors.length === 0 ? null : factors.some(Boolean),
    };
  });
}

/** One entry per app of a system, by client id where there is one. */
export function appsOf(facts: readonly AppFact[]): readonly InventoryApp[] {
  return groupedBy(facts, ({ clientId, name }) => clientId ?? name.toLowerCase()).map(([, grants]) => {
    const users = grants.flatMap((grant) => (grant.users === undefined ? [] : [grant.users]));
    const accesses = new Set(grants.map(({ access }) => access ?? 'unknown'));
    return {
      name: grants.map(({ name }) => name).toSorted()[0] ?? '',
      clientId: grants.find(({ clientId }) => clientId !== undefined)?.clientId ?? null,
      ...(grants.every(({ isOwnKey }) => isOwnKey) && { isOwnKey: true as const }),
      scopes: [...new Set(grants.flatMap(({ scopes }) => scopes))].toSorted(),
      users: users.length === 0 ? null : Math.max(...users),
      access:
        (['trusted', 'unknown', 'limited', 'blocked'] as const).find((one) => accesses.has(one)) ?? 'unknown',
      ...useOf(grants),
    };
  });
}

/** What a log tells of an app's use; several lists of it are of the same log. */
function useOf(grants: readonly AppFact[]): Pick<InventoryApp, 'reads' | 'lastSeen'> {
  const reads = grants.map((grant) => grant.reads ?? []).find((readings) => readings.length > 0);
  const lastSeen = grants
    .flatMap((grant) => grant.lastSeen ?? [])
    .toSorted()
    .at(-1);
  return { ...(reads && { reads }), ...(lastSeen !== undefined && { lastSeen }) };
}

function groupedBy<T>(
  facts: readonly T[],
  keyOf: (fact: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(facts, keyOf)].toSorted(([left], [right]) => (left < right ? -1 : 1));
}

function highest<T, V>(order: readonly V[], facts: readonly T[], valueOf: (fact: T) => V): V {
  return facts
    .map(valueOf)
    .reduce((best, value) => (order.indexOf(value) > order.indexOf(best) ? value : best));
}
