import { ReadRefusedError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { type Role, type RoleAssignment, RoleAssignmentsPage, RolesPage } from './directory.schema.js';
import { googleCalls } from './google-calls.js';
import { allOf, googlePages } from './google-read.js';
import { rights } from './google-rights.js';
import { membersOf } from './group-members.js';
import { refusals } from './refusals.js';

/** Names of administrator roles by user id, or why this login is not told. */
export interface AdminRoles {
  readonly ofUser: ReadonlyMap<string, ReadonlySet<string>>;
  readonly shortfall: Refusal | null;
}

/** Who was given which administrator role, in person or as a member of a group. Throws a ReadRefusedError if Google is out of order. */
export async function readAdminRoles(session: VendorSession): Promise<AdminRoles> {
  try {
    return await rolesOfUsers(session);
  } catch (error) {
    if (!(error instanceof ReadRefusedError) || error.refusal.status === 'failed') throw error;
    return { ofUser: new Map(), shortfall: rolesNotKnown(error.refusal) };
  }
}

export function rolesNotKnown(cause: Refusal): Refusal {
  return { ...cause, status: 'partial', reason: 'which administrator may do what is not known' };
}

async function rolesOfUsers(session: VendorSession): Promise<AdminRoles> {
  const names = new Map(
    (await allOf(rolePages(session))).map((role): [string, string] => [role.roleId, nameOf(role)]),
  );
  const ofUser = new Map<string, Set<string>>();
  const give = (user: string, role: string) => {
    const known = ofUser.get(user);
    if (known) known.add(role);
    else ofUser.set(user, new Set([role]));
  };
  let unknownGroups = 0;
  for (const { assignedTo, assigneeType, roleId } of await allOf(assignmentPages(session))) {
    const role = names.get(roleId);
    if (role === undefined)
      throw new ReadRefusedError({ message: 'A role is missing', refusal: refusals.listIncomplete });
    if (assigneeType !== 'group') {
      give(assignedTo, role);
      continue;
    }
    const members = await membersOf(session, assignedTo);
    if (members === null) unknownGroups += 1;
    for (const { id } of members ?? []) if (id !== undefined) give(id, role);
  }
  return { ofUser, shortfall: unknownGroups === 0 ? null : GROUPS_NOT_SEEN };
}

const GROUPS_NOT_SEEN: Refusal = {
  status: 'partial',
  reason: 'administrators through a group are not known',
  actor: 'user',
  step: 'Connect Google Workspace again and leave the box for groups ticked.',
  scope: rights.groups,
};

/** `_GROUPS_ADMIN_ROLE` is "Groups admin", whatever language the Workspace has. */
function nameOf({ roleName, isSystemRole, isSuperAdminRole }: Role): string {
  if (isSuperAdminRole === true) return SUPER_ADMIN;
  if (isSystemRole !== true) return roleName;
  const words = roleName
    .replaceAll('_', ' ')
    .replace(/\brole\b/iu, '')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const SUPER_ADMIN = 'Super admin';

function rolePages(session: VendorSession): AsyncGenerator<readonly Role[], void> {
  return googlePages(session, rights.adminRoles, RolesPage, {
    call: (page) =>
      googleCalls.roles({
        maxResults: 100,
        fields: 'nextPageToken,items(roleId,roleName,isSystemRole,isSuperAdminRole)',
        ...page,
      }),
    items: ({ items = [] }) => items,
  });
}

function assignmentPages(session: VendorSession): AsyncGenerator<readonly RoleAssignment[], void> {
  return googlePages(session, rights.adminRoles, RoleAssignmentsPage, {
    call: (page) =>
      googleCalls.roleAssignments({
        maxResults: 200,
        fields: 'nextPageToken,items(roleId,assignedTo,assigneeType)',
        ...page,
      }),
    items: ({ items = [] }) => items,
  });
}
