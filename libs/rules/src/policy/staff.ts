import { comparableName } from './comparable-name.js';
import type { Policy, PolicyPerson } from './policy.js';
import { roleAddressNames } from './role-address-names.js';

/** The built-in role of all of `people` (E15). */
export const EVERYONE = 'everyone';

/** What a policy can allow, from least to most (E15). */
const LEVELS = ['viewer', 'member', 'admin'] as const;

/** The person of the policy behind a login: by address, or by another address, user name or shown name in `also`. */
export function personFor(policy: Policy, identifier: string): PolicyPerson | null {
  const wanted = comparableName(identifier);
  return (
    policy.people.find(({ email, also }) =>
      [email, ...also].some((name) => comparableName(name) === wanted),
    ) ?? null
  );
}

/** Staff are the people of the policy and every address in its domains (E8). */
export function isStaff(policy: Policy, identifier: string): boolean {
  return isInDomains(policy.domains, identifier) || personFor(policy, identifier) !== null;
}

/** The highest level that the person's roles give for the system, `everyone` included; null where none does (E15). */
export function declaredLevel(
  policy: Policy,
  person: PolicyPerson,
  system: string,
): 'viewer' | 'member' | 'admin' | null {
  const granted = new Set(
    policy.access
      .filter(({ role }) => role === EVERYONE || person.roles.includes(role))
      .map(({ systems }) => systems.get(system)),
  );
  return LEVELS.findLast((level) => granted.has(level)) ?? null;
}

/** Whether an address belongs to a desk rather than a person: info@, sales@, kontakt@, pedidos@ ... */
export function isRoleAddress(address: string): boolean {
  const comparable = comparableName(address);
  const at = comparable.lastIndexOf('@');
  if (at < 1) {
    return false;
  }
  const words = comparable
    .slice(0, at)
    .replace(/\+.*$/u, '')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/\d+$/u, '')
    .split(/[._-]+/u)
    .filter((word) => word !== '');
  return roleAddressNames.has(words.join('')) || (words.length > 0 && words.every(isRoleWord));
}

function isInDomains(domains: readonly string[], identifier: string): boolean {
  const comparable = comparableName(identifier);
  const at = comparable.lastIndexOf('@');
  return at > 0 && domains.some((domain) => comparableName(domain) === comparable.slice(at + 1));
}

function isRoleWord(word: string): boolean {
  return roleAddressNames.has(word);
}
