import { ReadRefusedError } from '../contract/error.js';
import type { AccessLevel, PersonFact, Source } from '../contract/fact.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { accessLevel } from '../kit/access-levels.js';
import type { ResourceEnd } from '../kit/read-resource.js';
import { type AdminRoles, readAdminRoles, rolesNotKnown, SUPER_ADMIN } from './admin-roles.js';
import { type User, UsersPage } from './directory.schema.js';
import { googleCalls } from './google-calls.js';
import { googlePages } from './google-read.js';
import { rights } from './google-rights.js';
import { refusals } from './refusals.js';

/** Everybody with an account, with the highest rights she has (E15). */
export async function* readPeople(
  session: VendorSession,
  source: Source,
): AsyncGenerator<PersonFact, ResourceEnd> {
  const roles = await readAdminRoles(session);
  let { shortfall } = roles;
  for await (const users of userPages(session)) {
    for (const user of users) {
      if (isAdminWithoutRole(user, roles)) shortfall ??= rolesNotKnown(refusals.listIncomplete);
      yield personFrom(user, roles, source);
    }
  }
  return shortfall === null ? {} : { shortfall };
}

/** Every user of the Workspace; those who were deleted are not among them. Somebody there always is. */
export async function* userPages(session: VendorSession): AsyncGenerator<readonly User[], void> {
  let isAnybody = false;
  for await (const users of allUserPages(session)) {
    isAnybody ||= users.length > 0;
    yield users;
  }
  if (!isAnybody)
    throw new ReadRefusedError({ message: 'A list is empty', refusal: refusals.listIncomplete });
}

function allUserPages(session: VendorSession): AsyncGenerator<readonly User[], void> {
  return googlePages(session, rights.users, UsersPage, {
    call: (page) =>
      googleCalls.users({
        maxResults: 500,
        projection: 'full',
        fields:
          'nextPageToken,users(id,primaryEmail,suspended,archived,isAdmin,isDelegatedAdmin,isEnrolledIn2Sv,lastLoginTime)',
        ...page,
      }),
    items: ({ users = [] }) => users,
  });
}

/** She is one by Google's own word, so the list of roles has a gap. */
function isAdminWithoutRole({ id, isDelegatedAdmin }: User, { ofUser }: AdminRoles): boolean {
  return isDelegatedAdmin && !ofUser.has(id);
}

function personFrom(user: User, roles: AdminRoles, source: Source): PersonFact {
  const { primaryEmail, suspended, archived, isEnrolledIn2Sv, lastLoginTime } = user;
  return {
    kind: 'person',
    source,
    identifier: primaryEmail.toLowerCase(),
    ...rightsOf(user, roles),
    state: suspended || archived ? 'suspended' : 'active',
    lastLogin: lastLoginTime.startsWith('1970-') ? 'never' : lastLoginTime.slice(0, 10),
    secondFactor: isEnrolledIn2Sv,
  };
}

const RANK: Readonly<Record<AccessLevel, number>> = { viewer: 0, member: 1, unknown: 2, admin: 3 };

/** The words of all roles, and the level of the gravest; a role of the business' own making is `unknown`. */
function rightsOf(
  { id, isAdmin, isDelegatedAdmin }: User,
  { ofUser }: AdminRoles,
): Pick<PersonFact, 'role' | 'level'> {
  const words = new Set(ofUser.get(id));
  if (isAdmin) words.add(SUPER_ADMIN);
  if (words.size === 0) {
    return isDelegatedAdmin ? { role: 'Administrator', level: 'unknown' } : { role: '', level: 'member' };
  }
  const levels = [...words].map((word) => accessLevel('google-workspace', word));
  return {
    role: [...words].toSorted().join(', '),
    level: levels.reduce((highest, level) => (RANK[level] > RANK[highest] ? level : highest)),
  };
}
