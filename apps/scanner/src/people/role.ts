/** What a person may do in an organization: look; act on findings and tools; decide who else may. */
export const roles = ['viewer', 'admin', 'owner'] as const;
export type Role = (typeof roles)[number];

/** Whether a role may do what `needed` may: each role may all that the ones before it may. */
export function mayActAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** The one of two that may less. */
export function lowerRole(one: Role, other: Role): Role {
  return mayActAs(one, other) ? other : one;
}
