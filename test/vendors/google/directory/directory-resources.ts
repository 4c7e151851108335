import { etagOf } from '../google-ids.js';
import type { AdminRole, AdminRoleAssignment } from './admin-roles.js';
import { isDelegatedAdmin, isSuperAdmin } from './admin-roles.js';
import type { Group, GroupMember } from './groups.js';
import { BAKERY_DOMAIN } from './own-domains.js';
import type { StaffMember } from './staff.js';

const NEVER = '1970-01-01T00:00:00.000Z';

/** A user as `users.list` shows one; `custom` fields would come with `projection=full` if the bakery had any. */
export function userResource(member: StaffMember, customerId: string): Readonly<Record<string, unknown>> {
  const { id, email, givenName, familyName } = member;
  return {
    kind: 'admin#directory#user',
    id,
    etag: etagOf('user', member),
    primaryEmail: email,
    name: { givenName, familyName, fullName: `${givenName} ${familyName}` },
    isAdmin: isSuperAdmin(member),
    isDelegatedAdmin: isDelegatedAdmin(member),
    lastLoginTime: member.lastLogin ?? NEVER,
    creationTime: member.created,
    agreedToTerms: member.lastLogin !== null,
    suspended: member.isSuspended,
    ...(member.isSuspended
      ? { suspensionReason: 'ADMIN', suspensionTime: member.lastLogin ?? member.created }
      : {}),
    archived: false,
    changePasswordAtNextLogin: member.lastLogin === null,
    ipWhitelisted: false,
    emails: [
      { address: email, primary: true },
      { address: email.replace(`@${BAKERY_DOMAIN}`, `@${BAKERY_DOMAIN}.test-google-a.com`) },
    ],
    nonEditableAliases: [email.replace(`@${BAKERY_DOMAIN}`, `@${BAKERY_DOMAIN}.test-google-a.com`)],
    organizations: [{ title: member.jobTitle, primary: true, customType: '' }],
    languages: [{ languageCode: 'en', preference: 'preferred' }],
    customerId,
    orgUnitPath: member.orgUnit,
    isMailboxSetup: member.lastLogin !== null,
    includeInGlobalAddressList: true,
    isEnrolledIn2Sv: member.hasSecondFactor,
    isEnforcedIn2Sv: false,
    isGuestUser: false,
    // For whoever forgets the password: private, and of no use to a scanner.
    recoveryEmail: `${givenName.toLowerCase()}.private@example.net`,
    recoveryPhone: `+1917555${String(100 + (member.index % 100)).padStart(4, '0')}`,
  };
}

export function groupResource(group: Group): Readonly<Record<string, unknown>> {
  return {
    kind: 'admin#directory#group',
    id: group.id,
    etag: etagOf('group', group.email),
    email: group.email,
    name: group.name,
    directMembersCount: String(group.members.length),
    description: group.description,
    adminCreated: true,
  };
}

export function memberResource(member: GroupMember): Readonly<Record<string, unknown>> {
  return {
    kind: 'admin#directory#member',
    etag: etagOf('member', member),
    id: member.id,
    ...(member.email === null ? {} : { email: member.email }),
    role: member.role,
    type: member.type,
    ...(member.type === 'USER' ? { status: member.isSuspended ? 'SUSPENDED' : 'ACTIVE' } : {}),
  };
}

export function roleResource(role: AdminRole): Readonly<Record<string, unknown>> {
  return {
    kind: 'admin#directory#role',
    etag: etagOf('role', role),
    roleId: role.id,
    roleName: role.name,
    roleDescription: role.description,
    rolePrivileges: role.privileges.map((privilegeName) => ({
      privilegeName,
      serviceId: '00haapch16h1ysv',
    })),
    isSystemRole: role.isSystemRole,
    isSuperAdminRole: role.isSuperAdminRole,
  };
}

export function roleAssignmentResource(given: AdminRoleAssignment): Readonly<Record<string, unknown>> {
  return {
    kind: 'admin#directory#roleAssignment',
    etag: etagOf('assignment', given),
    roleAssignmentId: given.id,
    roleId: given.roleId,
    assignedTo: given.assignedTo,
    assigneeType: given.assigneeType,
    scopeType: 'CUSTOMER',
  };
}
