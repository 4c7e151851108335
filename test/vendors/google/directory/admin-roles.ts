import { numericId } from '../google-ids.js';
import type { StaffMember } from './staff.js';
import type { Group } from './groups.js';

/** What Directory may be asked for; a super admin may everything. */
export type Privilege = 'USERS_RETRIEVE' | 'GROUPS_ALL' | 'ROLES' | 'DOMAINS' | 'SECURITY' | 'REPORTS';

export interface AdminRole {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isSystemRole: boolean;
  readonly isSuperAdminRole: boolean;
  readonly privileges: readonly Privilege[];
}

export interface AdminRoleAssignment {
  readonly id: string;
  readonly roleId: string;
  /** A user's, a group's or a service account's. */
  readonly assignedTo: string;
  readonly assigneeType: 'user' | 'group';
}

const ALL: readonly Privilege[] = ['USERS_RETRIEVE', 'GROUPS_ALL', 'ROLES', 'DOMAINS', 'SECURITY', 'REPORTS'];

/** Maria; the second place in the list of logins is Tom's, the third Lena's. */
const SUPER_ADMIN = 0;
const DELEGATED_ADMIN = 2;

export function isSuperAdmin({ index }: StaffMember): boolean {
  return index === SUPER_ADMIN;
}

/** Lena looks after the groups, which the policy does not say of her. */
export function isDelegatedAdmin({ index }: StaffMember): boolean {
  return index === DELEGATED_ADMIN;
}

export function privilegesOf(member: StaffMember): readonly Privilege[] {
  if (member.isSuspended) return [];
  if (isSuperAdmin(member)) return ALL;
  return isDelegatedAdmin(member) ? ['USERS_RETRIEVE', 'GROUPS_ALL'] : [];
}

export function adminRolesOf(seed: number): readonly AdminRole[] {
  const role = (
    name: string,
    description: string,
    privileges: readonly Privilege[],
    isSuperAdminRole = false,
    isSystemRole = true,
  ): AdminRole => ({
    id: numericId(seed, `role ${name}`, 17),
    name,
    description,
    isSystemRole,
    isSuperAdminRole,
    privileges,
  });
  return [
    role('_SEED_ADMIN_ROLE', 'Google Workspace Administrator Seed Role', ALL, true),
    role('_GROUPS_ADMIN_ROLE', 'Groups Administrator', ['USERS_RETRIEVE', 'GROUPS_ALL']),
    role('_HELP_DESK_ADMIN_ROLE', 'Help Desk Administrator', ['USERS_RETRIEVE']),
    role('Report reader', 'For the accountant', ['REPORTS'], false, false),
  ];
}

/** One each to Maria and Lena, one to a group, and one to a service account that nobody remembers. */
export function roleAssignmentsOf(
  seed: number,
  staff: readonly StaffMember[],
  group: Group | undefined,
): readonly AdminRoleAssignment[] {
  const [superAdmin, groupsAdmin, , reportReader] = adminRolesOf(seed);
  const given = (role: AdminRole | undefined, assignedTo: string, assigneeType: 'user' | 'group') => ({
    id: numericId(seed, `assignment ${assignedTo}`, 17),
    roleId: role?.id ?? '',
    assignedTo,
    assigneeType,
  });
  return [
    ...staff.filter(isSuperAdmin).map(({ id }) => given(superAdmin, id, 'user')),
    ...staff.filter(isDelegatedAdmin).map(({ id }) => given(groupsAdmin, id, 'user')),
    ...(group === undefined ? [] : [given(reportReader, group.id, 'group')]),
    given(reportReader, numericId(seed, 'service account', 21), 'user'),
  ];
}
