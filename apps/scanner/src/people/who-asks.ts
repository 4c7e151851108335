import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { ApiTokenEntity } from '../storage/entities/api-token.entity.js';
import { MembershipEntity } from '../storage/entities/membership.entity.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { apiTokenIn } from './api-token-text.js';
import type { AccessedOrganization, Caller } from './caller.js';
import { digestOf } from './carried-secret.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { lowerRole, type Role } from './role.js';
import { type Session, useSession } from './sessions.js';
import { ROLE_OF_SCOPE } from './token-scope.js';

const NOTED_EVERY_MS = 60_000;

/** A person in a browser. */
export interface SignedInPerson {
  readonly caller: Caller & { readonly kind: 'person' };
  readonly session: Session;
  /** Whether more than a password lets her in: a second step here, or the sign-in service of her business. */
  readonly hasMoreThanPassword: boolean;
}

/** A program with an API token, which is good in one organization. */
export interface TokenHolder {
  readonly caller: Caller & { readonly kind: 'token' };
  readonly organization: string;
  readonly role: Role;
}

/** Who asks, and what they may do where. */
@Injectable()
export class WhoAsks {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {}

  /** The person in whose browser this session is; null if it is over. */
  async person(carried: Secret): Promise<SignedInPerson | null> {
    const { manager } = this.dataSource;
    const session = await useSession(manager, carried, this.means.now());
    if (session === null) return null;
    const person = await manager.findOneBy(PersonEntity, { id: session.person });
    if (person === null) return null;
    const hasMoreThanPassword = person.secondStepSince !== null || person.passwordHash === null;
    return { caller: { kind: 'person', id: person.id, name: person.email }, session, hasMoreThanPassword };
  }

  /** The program that carries this token; null if it is none of ours, or has ended. */
  async token(sent: Secret): Promise<TokenHolder | null> {
    const carried = apiTokenIn(sent.reveal());
    if (carried === null) return null;
    const { manager } = this.dataSource;
    const token = await manager.findOneBy(ApiTokenEntity, { digest: digestOf(carried) });
    const now = this.means.now();
    if (token === null || token.endsAt <= now.toISOString()) return null;
    const { organization, id, madeBy, scope, name } = token;
    const membership = await manager.findOneBy(MembershipEntity, { organization, person: madeBy });
    if (membership === null) return null;
    await this.noteUse(token, now);
    const role = lowerRole(ROLE_OF_SCOPE[scope], membership.role);
    return { caller: { kind: 'token', id, name: `API token ${name}` }, organization, role };
  }

  /** What a person may do in the organization of that id; null to a stranger, and where there is none. */
  async inOrganization(caller: Caller, id: string): Promise<AccessedOrganization | null> {
    const { manager } = this.dataSource;
    const found = await manager.findOneBy(OrganizationEntity, { id });
    if (found === null) return null;
    const organization = found.name;
    const membership = await manager.findOneBy(MembershipEntity, { organization, person: caller.id });
    return membership === null ? null : { organization, id, role: membership.role, caller };
  }

  /** The same for a program. */
  async tokenInOrganization(
    { caller, organization, role }: TokenHolder,
    id: string,
  ): Promise<AccessedOrganization | null> {
    const found = await this.dataSource.manager.findOneBy(OrganizationEntity, { id });
    return found?.name === organization ? { organization, id, role, caller } : null;
  }

  private async noteUse({ organization, id, usedAt }: ApiTokenEntity, now: Date): Promise<void> {
    const before = new Date(now.getTime() - NOTED_EVERY_MS).toISOString();
    if (usedAt !== null && usedAt > before) return;
    await this.dataSource.manager.update(ApiTokenEntity, { organization, id }, { usedAt: now.toISOString() });
  }
}
