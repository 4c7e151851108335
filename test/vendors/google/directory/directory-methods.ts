import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import { googleJson } from '../answers/google-answer.js';
import { resourceNotFound } from '../answers/google-errors.js';
import type { GoogleMethod } from '../answers/google-method.js';
import { anyOf } from '../google-scopes.js';
import type { Privilege } from './admin-roles.js';
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
import { userResource } from './directory-resources.js';
import type { GrantBook } from './grant-book.js';
import { listGroups, listMembers } from './group-answers.js';
import { listDomains, listRoleAssignments, listRoles, showCustomer } from './organization-answers.js';
import { backupCodes, listTokens, listUsers } from './user-answers.js';
import type { Workspace } from './workspace.js';

const DIRECTORY = '/admin/directory/v1';
const CUSTOMER = `${DIRECTORY}/customer/{customer}`;

/** Admin Directory v1, as far as a scanner goes, and the one method that it must never call. */
export function directoryMethods(
  workspace: Workspace,
  { clock }: Pick<VendorContext, 'clock'>,
  grants: GrantBook,
): readonly GoogleMethod[] {
  const { bakery, customerId } = workspace;
  const { seed } = bakery.setting;
  const now = () => clock.now();
  /** The answer, unless this person may not ask, or asks for somebody else's Workspace. */
  const asAdmin =
    (privilege: Privilege, answer: (request: SimulatedRequest) => SimulatedAnswer) =>
    (request: SimulatedRequest): SimulatedAnswer => {
      const refusal = directoryRefusal(callerOf(workspace, request), privilege);
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
      answer: asAdmin('ROLES', (request) => listRoles(request, workspace, now())),
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
      answer: asAdmin('DOMAINS', () => listDomains(workspace)),
    },
    {
      id: 'directory.customers.get',
      path: `${DIRECTORY}/customers/{customer}`,
      scopes: anyOf('admin.directory.customer', 'admin.directory.customer.readonly'),
      known: named(
        'alternateEmail customerCreationTime customerDomain etag id kind language phoneNumber postalAddress',
      ),
      answer: asAdmin('DOMAINS', () => showCustomer(workspace)),
    },
  ];
}
