import type { KnownFields } from '../answers/field-mask.js';

/** Names that `fields` may ask for, as Directory's reference lists them. */
const USER: KnownFields = named(
  'addresses agreedToTerms aliases archivalTime archived changePasswordAtNextLogin creationTime customerId',
  'customSchemas deletionTime emails etag externalIds gender guestAccountInfo hashFunction id ims',
  'includeInGlobalAddressList ipWhitelisted isAdmin isDelegatedAdmin isEnforcedIn2Sv isEnrolledIn2Sv isGuestUser',
  'isMailboxSetup keywords kind languages lastLoginTime locations name nonEditableAliases notes organizations',
  'orgUnitPath password phones posixAccounts primaryEmail recoveryEmail recoveryPhone relations sshPublicKeys',
  'suspended suspensionReason suspensionTime thumbnailPhotoEtag thumbnailPhotoUrl websites',
);
const GROUP: KnownFields = named(
  'adminCreated aliases description directMembersCount email etag externalIds id kind name nonEditableAliases',
);
const MEMBER: KnownFields = named('delivery_settings email etag id kind role status type');
const ROLE: KnownFields = named(
  'etag isSuperAdminRole isSystemRole kind roleDescription roleId roleName rolePrivileges',
);
const ASSIGNMENT: KnownFields = named(
  'assignedTo assigneeType condition etag expirationDetails kind orgUnitId roleAssignmentId roleId scopeType',
);
const DOMAIN: KnownFields = named('creationTime domainAliases domainName etag isPrimary kind verified');
const TOKEN: KnownFields = named('anonymous clientId displayText etag kind nativeApp scopes userKey');

export const USERS_FIELDS: KnownFields = { ...listOf('users', USER), trigger_event: true };
export const GROUPS_FIELDS: KnownFields = listOf('groups', GROUP);
export const MEMBERS_FIELDS: KnownFields = listOf('members', MEMBER);
export const ROLES_FIELDS: KnownFields = listOf('items', ROLE);
export const ASSIGNMENTS_FIELDS: KnownFields = listOf('items', ASSIGNMENT);
export const DOMAINS_FIELDS: KnownFields = { kind: true, etag: true, domains: DOMAIN };
export const TOKENS_FIELDS: KnownFields = { kind: true, etag: true, items: TOKEN };

/** One name per word, each with whatever stands below it. */
export function named(...lines: readonly string[]): KnownFields {
  return Object.fromEntries(lines.flatMap((line) => line.split(' ').map((name) => [name, true] as const)));
}

function listOf(name: string, item: KnownFields): KnownFields {
  return { kind: true, etag: true, nextPageToken: true, [name]: item };
}
