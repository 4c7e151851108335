import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BugError } from '#connectors/contract/error.js';
import type { AccessedOrganization, Caller } from '../people/caller.js';
import type { Role } from '../people/role.js';
import type { Session } from '../people/sessions.js';

/** What the guard leaves on a request that it lets pass. */
export interface AccessedRequest extends FastifyRequest {
  caller?: Caller;
  /** Of a person in a browser. */
  session?: Session;
  accessed?: AccessedOrganization;
}

/** Who may call a route: anyone; who is signed in; or a member of the organization in its address with that role or a higher one. */
export type Access = 'anyone' | 'signed in' | Role;

/** Where the guard finds a route's `Access`. A route that says nothing is nobody's. */
export const ACCESS = 'plumbline:access';

export const Anyone = () => SetMetadata(ACCESS, 'anyone' satisfies Access);
export const SignedIn = () => SetMetadata(ACCESS, 'signed in' satisfies Access);
export const Needs = (role: Role) => SetMetadata(ACCESS, role satisfies Access);

/** Where the guard finds that a route may be posted to from anywhere: what stands in its address is secret, and proof enough. */
export const FROM_ELSEWHERE = 'plumbline:from-elsewhere';

export const FromElsewhere = () => SetMetadata(FROM_ELSEWHERE, true);

/** The organization in the address, of a route that `Needs` a role. */
export const InOrganization = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { accessed } = context.switchToHttp().getRequest<AccessedRequest>();
  if (accessed) return accessed;
  throw new BugError({ message: 'A route asked for the organization without needing a role in it.' });
});

/** Who asks, of a route for who is signed in. */
export const CalledBy = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { caller } = context.switchToHttp().getRequest<AccessedRequest>();
  if (caller) return caller;
  throw new BugError({ message: 'A route asked for its caller without asking for a sign-in.' });
});

/** The session of who asks, of a route for who is signed in. */
export const InSession = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { session } = context.switchToHttp().getRequest<AccessedRequest>();
  if (session) return session;
  throw new BugError({ message: 'A route asked for its session without asking for a sign-in.' });
});
