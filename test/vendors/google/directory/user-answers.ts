import { daysBefore } from '#scanner/example/calendar.js';
import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest } from '../../core/simulated-vendor.js';
import { googleJson, listMember } from '../answers/google-answer.js';
import { badParameter, olderError, resourceNotFound } from '../answers/google-errors.js';
import { etagOf, personId } from '../google-ids.js';
import { type Series, seriesOf } from '../series.js';
import type { AppGrant } from './app-grants.js';
import { listed, pagesOf } from './directory-list.js';
import { userResource } from './directory-resources.js';
import { BAKERY_DOMAIN, isOwnAddress } from './own-domains.js';
import type { StaffMember } from './staff.js';
import { readUserQuery } from './user-query.js';
import type { Workspace } from './workspace.js';

/** Everybody with an account, or those whose account was deleted lately. */
export function listUsers(request: SimulatedRequest, workspace: Workspace, now: number): SimulatedAnswer {
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
    return listed(
      'users',
      'users',
      request,
      seriesOf(deletedUsers(workspace)),
      (user) => user,
      pagesOf(100, 500),
      now,
    );
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

/** What one person allowed; no date stands in it, and no list where she allowed nothing. */
export function listTokens(member: StaffMember | null, grants: readonly AppGrant[]): SimulatedAnswer {
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

/** Ten live codes that open the account. */
export function backupCodes(member: StaffMember | null, seed: number): SimulatedAnswer {
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
