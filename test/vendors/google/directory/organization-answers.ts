import { daysBefore } from '#scanner/example/calendar.js';
import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest } from '../../core/simulated-vendor.js';
import { googleJson } from '../answers/google-answer.js';
import { etagOf } from '../google-ids.js';
import { seriesOf } from '../series.js';
import { adminRolesOf, roleAssignmentsOf } from './admin-roles.js';
import { listed, pagesOf } from './directory-list.js';
import { roleAssignmentResource, roleResource } from './directory-resources.js';
import { BAKERY_DOMAIN, CATERING_DOMAIN, UNVERIFIED_DOMAIN } from './own-domains.js';
import type { Workspace } from './workspace.js';

/** The admin roles there are. */
export function listRoles(request: SimulatedRequest, { bakery }: Workspace, now: number): SimulatedAnswer {
  const roles = seriesOf(adminRolesOf(bakery.setting.seed));
  return listed('roles', 'items', request, roles, roleResource, pagesOf(100, 100), now);
}

/** Who has which admin role. */
export function listRoleAssignments(
  request: SimulatedRequest,
  workspace: Workspace,
  now: number,
): SimulatedAnswer {
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

/** The domains of the Workspace, one of which nobody proved to own. */
export function listDomains({ bakery }: Workspace): SimulatedAnswer {
  const { opening } = bakery.setting;
  const domain = (domainName: string, isPrimary: boolean, verified: boolean, daysAgo: number) => ({
    kind: 'admin#directory#domain',
    etag: etagOf('domain', domainName),
    domainName,
    isPrimary,
    verified,
    creationTime: String(Date.parse(`${daysBefore(opening, daysAgo)}T09:00:00Z`)),
  });
  return googleJson({
    kind: 'admin#directory#domains',
    etag: etagOf('domains'),
    domains: [
      domain(BAKERY_DOMAIN, true, true, 1700),
      domain(CATERING_DOMAIN, false, true, 800),
      domain(UNVERIFIED_DOMAIN, false, false, 400),
    ],
  });
}

/** The Workspace itself. */
export function showCustomer({ bakery, customerId }: Workspace): SimulatedAnswer {
  return googleJson({
    kind: 'admin#directory#customer',
    id: customerId,
    etag: etagOf('customer', customerId),
    customerDomain: BAKERY_DOMAIN,
    alternateEmail: 'maria.crumb@example.net',
    language: 'en',
    customerCreationTime: `${daysBefore(bakery.setting.opening, 1700)}T09:00:00.000Z`,
    postalAddress: { countryCode: 'US', organizationName: 'Sweet Crumb Bakery' },
  });
}
