import { accessDeparted } from '#rules/catalog/access/access-departed.js';
import { accessExcessRole } from '#rules/catalog/access/access-excess-role.js';
import { accessInactive } from '#rules/catalog/access/access-inactive.js';
import { accessSharedAccount } from '#rules/catalog/access/access-shared-account.js';
import { accessUndeclaredPerson } from '#rules/catalog/access/access-undeclared-person.js';
import { accessWeakLogin } from '#rules/catalog/access/access-weak-login.js';
import { hasAccess, isAbove } from '#rules/catalog/access/grant.js';
import { isFullyRead } from '#rules/catalog/reading.js';
import {
  type Inventory,
  type InventoryPerson,
  type SystemInventory,
  UNCLAIMED,
} from '#rules/engine/inventory.js';
import type { Rule } from '#rules/engine/rule.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import { comparableName } from '#rules/policy/comparable-name.js';
import type { Policy } from '#rules/policy/policy.js';
import { declaredLevel, personFor } from '#rules/policy/staff.js';
import type { DataMapState } from './data-map.js';
import { hasNoSuchList } from './systems-read.js';

/** Somebody of the policy, or a login of which the policy does not know whose it is. */
export interface AccessRow {
  /** The address in the policy, else what the login goes by. */
  readonly who: string;
  readonly isKnown: boolean;
  readonly roles: readonly string[];
  readonly cells: readonly AccessCell[];
}

/** What somebody may do in a system, and does. Without login and right there is no cell. */
export interface AccessCell {
  readonly system: string;
  /** What the policy gives; null: nothing. */
  readonly declared: 'viewer' | 'member' | 'admin' | null;
  /** `not known` too where the tool names a role of which nobody knows what it may do. */
  readonly state: DataMapState;
  readonly logins: readonly JudgedLogin[];
}

export interface JudgedLogin extends InventoryPerson {
  /** The rules that it breaks. */
  readonly breaks: readonly RuleId[];
  /** Of this login alone; null: it lets nobody in, or another login of the same person is what is judged (E35). */
  readonly standing: DataMapState | null;
}

const RULES: readonly Rule[] = [
  accessDeparted,
  accessUndeclaredPerson,
  accessExcessRole,
  accessInactive,
  accessWeakLogin,
  accessSharedAccount,
];

/** People × systems: those of the policy in its order, then the logins of nobody it names. */
export function accessMapOf(inventory: Inventory, policy: Policy | null): readonly AccessRow[] {
  const systems = inventory.systems.filter(({ system }) => system !== UNCLAIMED);
  const breaks = policy === null ? new Map<string, RuleId[]>() : brokenRules(inventory, policy);
  const logins = systems.flatMap((system) =>
    system.people.map((person) => ({
      system,
      who: (policy && personFor(policy, person.identifier)?.email) ?? person.identifier,
      person: { ...person, breaks: breaks.get(keyOf(system.system, person.identifier)) ?? [] },
    })),
  );
  const strangers = [...new Set(logins.map(({ who }) => who))]
    .filter((who) => policy === null || personFor(policy, who) === null)
    .toSorted();
  const known = (policy?.people ?? []).map(({ email }) => email);
  return [...known, ...strangers].map((who) => {
    const person = policy && personFor(policy, who);
    return {
      who,
      isKnown: person !== null,
      roles: person?.roles ?? [],
      cells: systems.flatMap((system) => {
        const declared = policy && person ? declaredLevel(policy, person, system.system) : null;
        const own = logins
          .filter((one) => one.system === system && one.who === who)
          .map(({ person: login }) => ({ ...login, standing: standingOf(login, declared, policy) }));
        if (own.length === 0 && (declared === null || hasNoSuchList(system, 'people'))) return [];
        return [{ system: system.system, declared, logins: own, state: stateOf(system, own, policy) }];
      }),
    };
  });
}

function standingOf(
  login: Omit<JudgedLogin, 'standing'>,
  declared: AccessCell['declared'],
  policy: Policy | null,
): JudgedLogin['standing'] {
  if (login.breaks.length > 0) return 'differs';
  if (!hasAccess(login)) return null;
  if (isSilentOn('people', policy) || isSilentOn('access', policy)) return 'found';
  if (declared === null || isAbove(login.level, declared)) return null;
  return login.level === 'unknown' ? 'not known' : 'agrees';
}

function stateOf(
  system: SystemInventory,
  logins: readonly JudgedLogin[],
  policy: Policy | null,
): DataMapState {
  if (logins.some(({ breaks }) => breaks.length > 0)) return 'differs';
  const open = logins.filter(hasAccess);
  if (open.length === 0) return isFullyRead(system, 'people') ? 'not found' : 'not known';
  if (isSilentOn('people', policy) || isSilentOn('access', policy)) return 'found';
  return open.some(({ level }) => level === 'unknown') ? 'not known' : 'agrees';
}

function isSilentOn(section: string, policy: Policy | null): boolean {
  return policy === null || policy.missingSections.includes(section);
}

function brokenRules(inventory: Inventory, policy: Policy): Map<string, RuleId[]> {
  const broken = new Map<string, RuleId[]>();
  for (const rule of RULES) {
    for (const { system, objectId } of rule.evaluate({ policy, inventory, baseline: null })) {
      if (system === null) continue;
      const key = keyOf(system, objectId);
      broken.set(key, [...(broken.get(key) ?? []), rule.id]);
    }
  }
  return broken;
}

/** Rules know a login by its name in small letters. */
function keyOf(system: string, identifier: string): string {
  return JSON.stringify([system, comparableName(identifier)]);
}
