import { ReadRefusedError } from '../contract/error.js';
import type { AccessLevel, PersonFact } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import { accessLevel } from '../kit/access-levels.js';
import type { ResourceEnd } from '../kit/read-resource.js';
import type { HubspotApi } from './hubspot-api.js';
import type { HubspotMemory } from './log-memory.js';
import { type LastLogins, readLastLogins } from './last-logins.js';
import { PATHS } from './paths.js';
import { type Owner, OwnerPage, RoleList, type User, UserPage } from './person.schema.js';
import type { AccountReading } from './read-crm-type.js';
import { SCOPES } from './sheet.js';
import { readWholeList, type WholeList } from './whole-list.js';

const USERS_A_PAGE = 100;
const OWNERS_A_PAGE = 500;
/** As HubSpot's export of users says it. */
const SUPER_ADMIN = 'Super admin';

/** Who can log in, and who could. Throws a ReadRefusedError if the users can not be read. */
export async function* readPeople(
  { api, source, session }: AccountReading,
  memory: HubspotMemory,
): AsyncGenerator<PersonFact, ResourceEnd> {
  const [users, roles, current, former] = await Promise.all([
    readUsers(api),
    readRoles(api),
    readOwners(api, false),
    readOwners(api, true),
  ]);
  const logins = await readLastLogins(api, memory, session.now());
  const about = { kind: 'person', source } as const;
  const listed = new Set(users.items.map(addressOf));
  for (const user of users.items) yield { ...about, ...personOf(user, roles, logins) };
  for (const owner of current.items.filter(isPerson)) {
    // Owns records and has a login, but is not among the users.
    const isActive = owner.userId !== null && owner.userId !== undefined;
    const identifier = addressOf(owner);
    if (isActive && !listed.has(identifier)) yield { ...about, ...outsider(identifier), state: 'active' };
    listed.add(identifier);
  }
  for (const owner of former.items.filter(isPerson)) {
    const identifier = addressOf(owner);
    if (!listed.has(identifier)) yield { ...about, ...outsider(identifier), state: 'suspended' };
    listed.add(identifier);
  }
  const [shortfall] = [users, current, former, logins].flatMap((part) => part.shortfall ?? []);
  return shortfall === undefined ? {} : { shortfall };
}

/** HubSpot tells no status: whoever is listed can log in, or was invited to. */
function personOf(
  user: User,
  roles: ReadonlyMap<string, string>,
  logins: LastLogins,
): Omit<PersonFact, 'kind' | 'source'> {
  const lastLogin = logins.dayOf(user);
  return {
    identifier: addressOf(user),
    ...(user.superAdmin
      ? { role: SUPER_ADMIN, level: accessLevel('hubspot', SUPER_ADMIN) }
      : rightsOf(user, roles)),
    state: 'active',
    ...(lastLogin !== undefined && { lastLogin }),
  };
}

const LEVELS: readonly AccessLevel[] = ['unknown', 'viewer', 'member', 'admin'];

/** The names of the permission sets. Without one a person has rights of her own, which HubSpot shows to no program. */
function rightsOf(
  { roleId, roleIds }: User,
  roles: ReadonlyMap<string, string>,
): Pick<PersonFact, 'role' | 'level'> {
  const ids = new Set([...(roleId === null || roleId === undefined ? [] : [roleId]), ...roleIds]);
  const names = [...ids].flatMap((id) => roles.get(id) ?? []).toSorted();
  const levels = names.map((name) => LEVELS.indexOf(accessLevel('hubspot', name)));
  return { role: names.join(', '), level: LEVELS[Math.max(0, ...levels)] ?? 'unknown' };
}

function outsider(identifier: string): Pick<PersonFact, 'identifier' | 'role' | 'level'> {
  return { identifier, role: '', level: 'unknown' };
}

function addressOf({ email }: { readonly email?: string | null | undefined }): string {
  return (email ?? '').trim().toLowerCase();
}

/** A queue is nobody. */
function isPerson({ type, email }: Owner): boolean {
  return type === 'PERSON' && (email ?? '').trim() !== '';
}

async function readUsers(api: HubspotApi): Promise<WholeList<User>> {
  return readWholeList<User>({
    pageSize: USERS_A_PAGE,
    page: (limit, after) =>
      api.get(UserPage, {
        path: PATHS.users,
        scope: SCOPES.users,
        query: { limit, ...(after !== null && { after }) },
      }),
  });
}

async function readRoles(api: HubspotApi): Promise<ReadonlyMap<string, string>> {
  const { results } = await api.get(RoleList, { path: PATHS.roles, scope: SCOPES.users });
  return new Map(results.map(({ id, name }) => [id, name]));
}

/** Owners who can not be read cost only themselves. */
async function readOwners(api: HubspotApi, archived: boolean): Promise<WholeList<Owner>> {
  try {
    return await readWholeList<Owner>({
      pageSize: OWNERS_A_PAGE,
      page: (limit, after) =>
        api.get(OwnerPage, {
          path: PATHS.owners,
          scope: SCOPES.owners,
          query: { limit, archived, ...(after !== null && { after }) },
        }),
    });
  } catch (error) {
    if (!(error instanceof ReadRefusedError)) throw error;
    const shortfall: Refusal = { ...error.refusal, status: 'partial' };
    return { items: [], shortfall };
  }
}
