import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Secret } from '#connectors/kit/secret.js';
import type { AccessedOrganization } from '../people/caller.js';
import { mayActAs, type Role } from '../people/role.js';
import { type SignedInPerson, WhoAsks } from '../people/who-asks.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { ACCESS, type Access, type AccessedRequest, FROM_ELSEWHERE } from './access.js';
import { carriedCookies } from './carried-cookies.js';
import { refuseForged } from './forged-request.js';
import { notFound, RequestProblem } from './problem.js';

/**
 * Lets pass who may, and nobody by default: a route that does not say for whom it is, is for nobody. An organization that
 * one does not belong to is as if it were not there.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(WhoAsks) private readonly whoAsks: WhoAsks,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const route = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, route);
    if (access === undefined) throw notFound();
    const request = context.switchToHttp().getRequest<AccessedRequest>();
    const bearer = bearerIn(request);
    // A browser sends cookies by itself, also with a request that a page elsewhere made. It does not send a bearer token.
    const isFromElsewhere = this.reflector.getAllAndOverride<boolean | undefined>(FROM_ELSEWHERE, route);
    if (bearer === null && isFromElsewhere !== true) refuseForged(request, this.settings);
    if (access === 'anyone') {
      if (bearer === null) await this.person(request);
      return true;
    }
    if (bearer === null) await this.admitPerson(request, access);
    else await this.admitProgram(request, access, bearer);
    return true;
  }

  private async admitPerson(request: AccessedRequest, access: Exclude<Access, 'anyone'>): Promise<void> {
    const person = await this.person(request);
    if (person === null) throw signInFirst();
    if (access === 'signed in') return;
    const id = organizationIn(request);
    const accessed = id === null ? null : await this.whoAsks.inOrganization(person.caller, id);
    admit(request, accessed, access);
    const isGuarded = this.settings.PLUMBLINE_SECOND_STEP === 'admins' && access !== 'viewer';
    if (isGuarded && !person.hasMoreThanPassword) throw secondStepFirst();
  }

  /** Programs act in the organization of their token, and nowhere else. */
  private async admitProgram(
    request: AccessedRequest,
    access: Exclude<Access, 'anyone'>,
    bearer: Secret,
  ): Promise<void> {
    const holder = await this.whoAsks.token(bearer);
    if (holder === null) throw badToken();
    if (access === 'signed in') throw forPersons();
    const id = organizationIn(request);
    const accessed = id === null ? null : await this.whoAsks.tokenInOrganization(holder, id);
    admit(request, accessed, access);
  }

  /** Who is signed in in this browser; null if nobody. */
  private async person(request: AccessedRequest): Promise<SignedInPerson | null> {
    const carried = carriedCookies(this.settings).session(request);
    const person = carried === null ? null : await this.whoAsks.person(carried);
    if (person !== null) Object.assign(request, { caller: person.caller, session: person.session });
    return person;
  }
}

/** What a program carries; null for browsers, also where a web server in front asks them for a password of its own. */
function bearerIn({ headers: { authorization = '' } }: AccessedRequest): Secret | null {
  const [, token] = /^bearer(?: (.*))?$/iu.exec(authorization) ?? [null, null];
  return token === null ? null : new Secret(token ?? '');
}

function admit(request: AccessedRequest, accessed: AccessedOrganization | null, needed: Role): void {
  if (accessed === null) throw notFound();
  if (!mayActAs(accessed.role, needed)) throw mayNot(needed);
  Object.assign(request, { caller: accessed.caller, accessed });
}

/** Null where the address names none: a route that needs a role in an organization and names none is for nobody. */
function organizationIn({ params }: AccessedRequest): string | null {
  const { organization } = params as { readonly organization?: unknown };
  return typeof organization === 'string' ? organization : null;
}

function signInFirst(): RequestProblem {
  return new RequestProblem(401, 'You are not signed in, or not any more.', 'Sign in.');
}

function secondStepFirst(): RequestProblem {
  return new RequestProblem(
    403,
    'Whoever changes something here signs in with a second step.',
    'Switch it on under your account, with an app on your phone that shows six digits; then do this again.',
  );
}

function badToken(): RequestProblem {
  return new RequestProblem(
    401,
    'The API token is not known, was taken back, or has ended.',
    'Make a new one in Plumbline, and send it as "Authorization: Bearer TOKEN".',
  );
}

function forPersons(): RequestProblem {
  return new RequestProblem(
    403,
    'This is for persons, not for programs.',
    'Sign in in a browser. An API token is good for the addresses of its organization.',
  );
}

function mayNot(needed: Role): RequestProblem {
  return new RequestProblem(
    403,
    `This needs the role ${needed}.`,
    'Ask an owner of your organization to do it, or to change your role.',
  );
}
