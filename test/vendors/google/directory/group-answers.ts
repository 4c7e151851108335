import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest } from '../../core/simulated-vendor.js';
import { olderError, resourceNotFound } from '../answers/google-errors.js';
import { type Series, seriesOf } from '../series.js';
import { listed, pagesOf } from './directory-list.js';
import { groupResource, memberResource } from './directory-resources.js';
import type { Group, GroupMember } from './groups.js';
import type { Workspace } from './workspace.js';

/** All groups, or those of one person. */
export function listGroups(request: SimulatedRequest, workspace: Workspace, now: number): SimulatedAnswer {
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
/** Who is in a group, or also in the groups within it. */
export function listMembers(request: SimulatedRequest, workspace: Workspace, now: number): SimulatedAnswer {
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
