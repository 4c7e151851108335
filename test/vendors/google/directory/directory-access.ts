import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest } from '../../core/simulated-vendor.js';
import { notAuthorized, olderError } from '../answers/google-errors.js';
import { type Privilege, privilegesOf } from './admin-roles.js';
import type { StaffMember } from './staff.js';
import type { Workspace } from './workspace.js';

/** Whose token it is; null: somebody with a free Gmail account. */
export function callerOf(
  workspace: Workspace,
  { token }: Pick<SimulatedRequest, 'token'>,
): StaffMember | null {
  return token === null ? null : workspace.member(token.user);
}

/** Why Directory answers nothing to this person; null: it answers. */
export function directoryRefusal(caller: StaffMember | null, privilege: Privilege): SimulatedAnswer | null {
  if (caller === null && privilege === 'USERS_RETRIEVE') {
    return olderError({ status: 404, message: 'Domain not found.', reason: 'notFound' });
  }
  return caller !== null && mayUse(caller, privilege) ? null : notAuthorized();
}

/** Reports says 401 where others say 403: not a token that ran out, though it looks like one. */
export function reportsRefusal(caller: StaffMember | null): SimulatedAnswer | null {
  if (caller !== null && mayUse(caller, 'REPORTS')) return null;
  return olderError({
    status: 401,
    message: 'Access denied. You are not authorized to read activity records.',
    reason: 'authError',
    location: 'Authorization',
    locationType: 'header',
  });
}

/** An admin who never accepted Google's terms can do nothing yet. */
function mayUse(caller: StaffMember, privilege: Privilege): boolean {
  return caller.lastLogin !== null && privilegesOf(caller).includes(privilege);
}
