import { daysBefore } from '#scanner/example/calendar.js';
import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import { googleJson, listMember } from '../answers/google-answer.js';
import { badParameter, olderError, resourceNotFound } from '../answers/google-errors.js';
import type { GoogleMethod } from '../answers/google-method.js';
import { type PageProblem, pageOf, type PageRules, THREE_DAYS } from '../answers/page.js';
import { etagOf, personId } from '../google-ids.js';
import { anyOf } from '../google-scopes.js';
import { type Series, seriesOf } from '../series.js';
import { adminRolesOf, type Privilege, roleAssignmentsOf } from './admin-roles.js';
import type { AppGrant } from './app-grants.js';
import type { GrantBook } from './grant-book.js';
import { callerOf, directoryRefusal } from './directory-access.js';
import {
  ASSIGNMENTS_FIELDS,
  DOMAINS_FIELDS,
  GROUPS_FIELDS,
  MEMBERS_FIELDS,
  named,
  ROLES_FIELDS,
  TOKENS_FIELDS,
  USERS_FIELDS,
} from './directory-fields.js';
import {
  groupResource,
  memberResource,
  roleAssignmentResource,
  roleResource,
  userResource,
} from './directory-resources.js';
import type { Group, GroupMember } from './groups.js';
import { BAKERY_DOMAIN, CATERING_DOMAIN, isOwnAddress, UNVERIFIED_DOMAIN } from './own-domains.js';
import type { StaffMember } from './staff.js';
import { readUserQuery } from './user-query.js';
import type { Workspace } from './workspace.js';

const DIRECTORY = '/admin/directory/v1';
const CUSTOMER = `${DIRECTORY}/customer/{customer}`;

/** Admin Directory v1, as far as a scanner goes, and the one method that it must never call. */
export function directoryMethods(
  workspace: Workspace,
  context: Pick<VendorContext, 'has' | 'clock'>,
  grants: GrantBook,
): readonly GoogleMethod[] {
  const { bakery, customerId } = workspace;
  const { seed, opening, today } = bakery.setting;
  const now = () => context.clock.now();
  /** The answer, unless this person may not ask, or asks for somebody else's Workspace. */
  const asAdmin =
    (privilege: Privilege, answer: (request: SimulatedRequest) => SimulatedAnswer) =>
    (request: SimulatedRequest): SimulatedAnswer => {
      const refusal = directoryRefusal(callerOf(workspace, context, request), privilege);
      if (refusal !== null) return refusal;
      const customer = request.parameters['customer'] ?? request.query.get('customer') ?? 'my_customer';
      return customer === 'my_customer' || customer === customerId
        ? answer(request)
        : resourceNotFound('customer');
    };
  const memberKey = (request: SimulatedRequest) => workspace.member(request.parameters['userKey'] ?? '');

  return [
    {
      id: 'directory.users.list',
      path: `${DIRECTORY}/users`,
      scopes: anyOf('admin.directory.user', 'admin.directory.user.readonly', 'cloud-platform'),
      known: USERS_FIELDS,
      answer: asAdmin('USERS_RETRIEVE', (request) => listUsers(request, workspace, now())),
    },
    {
      id: 'directory.users.get',
      path: `${DIRECTORY}/users/{userKey}`,
      scopes: anyOf('admin.directory.user', 'admin.directory.user.readonly'),
      known: named(Object.keys(USERS_FIELDS['users'] ?? {}).join(' ')),
      answer: asAdmin('USERS_RETRIEVE', (request) => {
        const member = memberKey(request);
        return member === null ? resourceNotFound('userKey') : googleJson(userResource(member, customerId));
      }),
    },
    {
      // Live backup codes: no reader has any business here. Whoever calls it is on record.
      id: 'directory.verificationCodes.list',
      path: `${DIRECTORY}/users/{userKey}/verificationCodes`,
      scopes: anyOf('admin.directory.user.security'),
      known: named('kind etag items'),
      answer: asAdmin('SECURITY', (request) => backupCodes(memberKey(request), seed)),
    },
    {
      id: 'directory.tokens.list',
      path: `${DIRECTORY}/users/{userKey}/tokens`,
      scopes: anyOf('admin.directory.user.security'),
      known: TOKENS_FIELDS,
      answer: asAdmin('SECURITY', (request) =>
        listTokens(memberKey(request), [...grants.ofTheBakery(), ...grants.ofOurs()]),
      ),
    },
    {
      id: 'directory.groups.list',
      path: `${DIRECTORY}/groups`,
      scopes: anyOf('admin.directory.group', 'admin.directory.group.readonly'),
      known: GROUPS_FIELDS,
      answer: asAdmin('GROUPS_ALL', (request) => listGroups(request, workspace, now())),
    },
    {
      id: 'directory.members.list',
      path: `${DIRECTORY}/groups/{groupKey}/members`,
      scopes: anyOf(
        'admin.directory.group',
        'admin.directory.group.member',
        'admin.directory.group.member.readonly',
        'admin.directory.group.readonly',
      ),
      known: MEMBERS_FIELDS,
      answer: asAdmin('GROUPS_ALL', (request) => listMembers(request, workspace, now())),
    },
    {
      id: 'directory.roles.list',
      path: `${CUSTOMER}/roles`,
      scopes: anyOf('admin.directory.rolemanagement', 'admin.directory.rolemanagement.readonly'),
      known: ROLES_FIELDS,
      answer: asAdmin('ROLES', (request) =>
        listed(
          'roles',
          'items',
          request,
          seriesOf(adminRolesOf(seed)),
          roleResource,
          pagesOf(100, 100),
          now(),
        ),
      ),
    },
    {
      id: 'directory.roleAssignments.list',
      path: `${CUSTOMER}/roleassignments`,
      scopes: anyOf('admin.directory.rolemanagement', 'admin.directory.rolemanagement.readonly'),
      known: ASSIGNMENTS_FIELDS,
      answer: asAdmin('ROLES', (request) => listRoleAssignments(request, workspace, now())),
    },
    {
      id: 'directory.domains.list',
      path: `${CUSTOMER}/domains`,
      scopes: anyOf('admin.directory.domain', 'admin.directory.domain.readonly'),
      known: DOMAINS_FIELDS,
      answer: asAdmin('DOMAINS', () => googleJson(domainsResource(opening))),
    },
    {
      id: 'directory.customers.get',
      path: `${DIRECTORY}/customers/{customer}`,
      scopes: anyOf('admin.directory.customer', 'admin.directory.customer.readonly'),
      known: named(
        'alternateEmail customerCreationTime customerDomain etag id kind language phoneNumber postalAddress',
      ),
      answer: asAdmin('DOMAINS', () =>
        googleJson({
          kind: 'admin#directory#customer',
          id: customerId,
          etag: etagOf('customer', customerId),
          customerDomain: BAKERY_DOMAIN,
          alternateEmail: 'maria.crumb@example.net',
          language: 'en',
          customerCreationTime: `${daysBefore(today, 1700)}T09:00:00.000Z`,
          postalAddress: { countryCode: 'US', organizationName: 'Sweet Crumb Bakery' },
        }),
      ),
    },
  ];
}

function pagesOf(usual: number, most: number): PageRules {
  return {
    size: { parameter: 'maxResults', usual, most },
    tooMany: 'refused',
    tokenMs: THREE_DAYS,
    hasEmptyPages: false,
  };
}

function listUsers(request: SimulatedRequest, workspace: Workspace, now: number): SimulatedAnswer {
  const { query } = request;
  const domain = query.get('domain');
  if (domain === null && query.get('customer') === null) {
    return olderError({ status: 400, message: 'Bad Request', reason: 'badRequest' });
  }
  if (domain !== null && !isOwnAddress(`@${domain}`)) {
    return olderError({ status: 404, message: 'Domain not found.', reason: 'notFound' });
  }
  const keeps = readUserQuery(query.get('query') ?? '');
  if (keeps === null) return badParameter(request.path, 'query', 'Invalid Input: query');
  if (query.get('showDeleted') === 'true') {
    return listed('users', 'users', request, seriesOf(deletedUsers(workspace)), same, pagesOf(100, 500), now);
  }
  const staff = sorted(workspace.staff, query);
  if (staff === null) return badParameter(request.path, 'orderBy', 'Invalid Input: orderBy');
  const inDomain = (member: StaffMember) =>
    keeps(member) && (domain === null || member.email.endsWith(`@${domain}`));
  const show = (member: StaffMember) => userResource(member, workspace.customerId);
  return listed('users', 'users', request, staff, show, pagesOf(100, 500), now, inDomain);
}

const SORT_KEYS: Readonly<Record<string, (member: StaffMember) => string>> = {
  email: ({ email }) => email,
  familyName: ({ familyName }) => familyName,
  givenName: ({ givenName }) => givenName,
};

function sorted(staff: Series<StaffMember>, query: URLSearchParams): Series<StaffMember> | null {
  const orderBy = query.get('orderBy');
  if (orderBy === null) return staff;
  const key = SORT_KEYS[orderBy];
  if (key === undefined) return null;
  const direction = query.get('sortOrder') === 'DESCENDING' ? -1 : 1;
  return seriesOf(
    Array.from({ length: staff.length }, (_, index) => staff.at(index)).toSorted(
      (left, right) => direction * (key(left) < key(right) ? -1 : 1),
    ),
  );
}

/** Otis worked here until the week before last; Google remembers him for twenty days. */
function deletedUsers({ bakery, customerId }: Workspace): readonly Readonly<Record<string, unknown>>[] {
  const { seed, opening } = bakery.setting;
  const email = `otis@${BAKERY_DOMAIN}`;
  return [
    {
      kind: 'admin#directory#user',
      id: personId(seed, email),
      etag: etagOf('user', email),
      primaryEmail: email,
      name: { givenName: 'Otis', familyName: 'Penn', fullName: 'Otis Penn' },
      lastLoginTime: `${daysBefore(opening, 12)}T08:15:00.000Z`,
      creationTime: `${daysBefore(opening, 420)}T08:00:00.000Z`,
      deletionTime: `${daysBefore(opening, 9)}T16:20:00.000Z`,
      customerId,
      orgUnitPath: '/',
    },
  ];
}

function listTokens(member: StaffMember | null, grants: readonly AppGrant[]): SimulatedAnswer {
  if (member === null) return resourceNotFound('userKey');
  const items = grants
    .filter((grant) => grant.member.id === member.id && grant.revokedAt === null)
    .map(({ app }) => ({
      kind: 'admin#directory#token',
      etag: etagOf('token', app.clientId, member.id),
      clientId: app.clientId,
      displayText: app.name,
      anonymous: false,
      nativeApp: false,
      userKey: member.id,
      scopes: app.scopes,
    }));
  return googleJson({
    kind: 'admin#directory#tokenList',
    etag: etagOf('tokens', items),
    ...listMember('items', items),
  });
}

function backupCodes(member: StaffMember | null, seed: number): SimulatedAnswer {
  if (member === null) return resourceNotFound('userKey');
  return googleJson({
    kind: 'admin#directory#verificationCodesList',
    etag: etagOf('codes', member.id),
    items: Array.from({ length: 10 }, (_, index) => ({
      kind: 'admin#directory#verificationCode',
      etag: etagOf('code', member.id, index),
      userId: member.id,
      verificationCode: personId(seed, `${member.id} ${index}`).slice(1, 9),
    })),
  });
}

function listGroups(request: SimulatedRequest, workspace: Workspace, now: number): SimulatedAnswer {
  const { query } = request;
  const userKey = query.get('userKey');
  if (query.get('customer') === null && query.get('domain') === null && userKey === null) {
    return olderError({ status: 400, message: 'Bad Request', reason: 'badRequest' });
  }
  const member = userKey === null ? null : workspace.member(userKey);
  if (userKey !== null && member === null) return resourceNotFound('userKey');
  const keeps = (group: Group) => member === null || isAmong(group.members, member.id);
  return listed(
    'groups',
    'groups',
    request,
    seriesOf(workspace.groups),
    groupResource,
    pagesOf(200, 200),
    now,
    keeps,
  );
}

function isAmong(members: Series<GroupMember>, id: string): boolean {
  for (let index = 0; index < members.length; index += 1) {
    if (members.at(index).id === id) return true;
  }
  return false;
}

function listMembers(request: SimulatedRequest, workspace: Workspace, now: number): SimulatedAnswer {
  const key = (request.parameters['groupKey'] ?? '').toLowerCase();
  const group = workspace.groups.find(({ id, email }) => id.toLowerCase() === key || email === key);
  if (group === undefined) return resourceNotFound('groupKey');
  const roles = request.query.get('roles')?.toUpperCase().split(',') ?? null;
  const members =
    request.query.get('includeDerivedMembership') === 'true' ? derived(group, workspace) : group.members;
  const keeps = ({ role }: GroupMember) => roles === null || roles.includes(role);
  return listed('members', 'members', request, members, memberResource, pagesOf(200, 200), now, keeps);
}

/** The members of groups that are members, too. */
function derived(group: Group, workspace: Workspace): Series<GroupMember> {
  const all = Array.from({ length: group.members.length }, (_, index) => group.members.at(index));
  const inner = workspace.groups.filter(({ id }) => all.some((member) => member.id === id));
  const theirs = inner.flatMap(({ members }) =>
    Array.from({ length: members.length }, (_, index) => members.at(index)),
  );
  const known = new Set(all.map(({ id }) => id));
  return seriesOf([...all, ...theirs.filter(({ id }) => !known.has(id))]);
}

function listRoleAssignments(request: SimulatedRequest, workspace: Workspace, now: number): SimulatedAnswer {
  const { bakery, staff, groups } = workspace;
  const people = Array.from({ length: Math.min(staff.length, 8) }, (_, index) => staff.at(index));
  const given = roleAssignmentsOf(
    bakery.setting.seed,
    people,
    groups.find(({ email }) => email.startsWith('suppliers@')),
  );
  const { query } = request;
  const roleId = query.get('roleId');
  const userKey = query.get('userKey');
  const who = userKey === null ? null : (workspace.member(userKey)?.id ?? userKey);
  const wanted = given.filter(
    (one) => (roleId === null || one.roleId === roleId) && (who === null || one.assignedTo === who),
  );
  const show = roleAssignmentResource;
  return listed('roleAssignments', 'items', request, seriesOf(wanted), show, pagesOf(200, 200), now);
}

function domainsResource(opening: string): Readonly<Record<string, unknown>> {
  const domain = (domainName: string, isPrimary: boolean, verified: boolean, daysAgo: number) => ({
    kind: 'admin#directory#domain',
    etag: etagOf('domain', domainName),
    domainName,
    isPrimary,
    verified,
    creationTime: String(Date.parse(`${daysBefore(opening, daysAgo)}T09:00:00Z`)),
  });
  return {
    kind: 'admin#directory#domains',
    etag: etagOf('domains'),
    domains: [
      domain(BAKERY_DOMAIN, true, true, 1700),
      domain(CATERING_DOMAIN, false, true, 800),
      domain(UNVERIFIED_DOMAIN, false, false, 400),
    ],
  };
}

function same<T>(value: T): T {
  return value;
}

/** A page of any of Directory's lists. */
function listed<T>(
  kind: string,
  member: string,
  request: SimulatedRequest,
  series: Series<T>,
  show: (item: T) => unknown,
  rules: PageRules,
  now: number,
  keeps?: (item: T) => boolean,
): SimulatedAnswer {
  const page = pageOf(series, request, rules, now, keeps);
  if (typeof page === 'string') return badPage(request, page);
  const items = page.items.map((item) => show(item));
  return googleJson({
    kind: `admin#directory#${kind}`,
    etag: etagOf(kind, items),
    ...listMember(member, items),
    ...page.next,
  });
}

function badPage({ path }: SimulatedRequest, problem: PageProblem): SimulatedAnswer {
  return problem === 'bad-size'
    ? badParameter(path, 'maxResults', 'Invalid value for maxResults')
    : badParameter(path, 'pageToken', 'Invalid Input: pageToken');
}
