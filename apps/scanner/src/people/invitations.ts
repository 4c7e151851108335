import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { AuditLog } from '../audit/audit-log.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { InvitationEntity } from '../storage/entities/invitation.entity.js';
import { MembershipEntity } from '../storage/entities/membership.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { acceptInvitation } from './accept-invitation.js';
import type { AccessedOrganization, Caller } from './caller.js';
import { digestOf, newCarriedSecret } from './carried-secret.js';
import { type Entered, enter } from './enter.js';
import { normalizedEmail } from './normalized-email.js';
import { PasswordDoor } from './password-door.js';
import { refuseWeakPassword } from './password-rules.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { linkIsOver } from './person-links.js';
import { addPerson, personByEmail, personById } from './persons.js';
import { notThere, RefusedError } from './refused-error.js';
import type { Role } from './role.js';
import type { Visitor } from './visitor.js';

const GOOD_FOR_MS = 7 * 24 * 3_600_000;
const MOST_INVITATIONS = 200;

export type Invitation = Omit<InvitationEntity, 'digest' | 'organization'>;

export interface MadeInvitation {
  readonly invitation: Invitation;
  /** What stands in the link; shown once. */
  readonly carried: Secret;
}

/** What an invitation tells who holds its link. */
export interface SeenInvitation {
  readonly organization: string;
  readonly email: string;
  readonly role: Role;
  readonly madeBy: string;
  readonly endsAt: string;
  /** Whether that address signs in here already: then that person accepts, signed in. */
  readonly isKnown: boolean;
}

/** Asking people into an organization by a link that is for one address, good once, for seven days. */
@Injectable()
export class Invitations {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PasswordDoor) private readonly door: PasswordDoor,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {}

  /** Those that are still good, by address. */
  async list(organization: string): Promise<readonly Invitation[]> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    const rows = await records.some(InvitationEntity, { order: { email: 'ASC' } });
    const now = this.means.now().toISOString();
    return rows.filter(({ endsAt }) => endsAt > now).map(shown);
  }

  /** Takes the place of an earlier one for the same address. @throws RefusedError for a member */
  async invite(
    { organization, caller }: AccessedOrganization,
    invited: { readonly email: string; readonly role: Role },
  ): Promise<MadeInvitation> {
    const now = this.means.now();
    const email = normalizedEmail(invited.email);
    const carried = newCarriedSecret();
    return inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const person = await personByEmail(manager, email);
      if (person !== null && (await isMember(records, person.id))) throw isMemberAlready();
      await records.delete(InvitationEntity, { email });
      await records.delete(InvitationEntity, { endsAt: LessThanOrEqual(now.toISOString()) });
      await refuseTooMany(records);
      const row = {
        id: randomUUID(),
        digest: digestOf(carried),
        email,
        role: invited.role,
        madeBy: caller.name,
        madeAt: now.toISOString(),
        endsAt: new Date(now.getTime() + GOOD_FOR_MS).toISOString(),
      };
      await records.insert(InvitationEntity, [row]);
      await this.audit.record(manager, {
        organization,
        actor: caller,
        action: 'person invited',
        target: email,
        details: { role: invited.role },
      });
      return { invitation: shown(row), carried };
    });
  }

  /** @throws RefusedError if there is none of that id */
  async takeBack({ organization, caller }: AccessedOrganization, id: string): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const invitation = await records.first(InvitationEntity, { where: { id } });
      if (invitation === null) throw notThere();
      await records.delete(InvitationEntity, { id });
      const target = invitation.email;
      await this.audit.record(manager, {
        organization,
        actor: caller,
        action: 'invitation taken back',
        target,
      });
    });
  }

  /** What stands in an invitation. @throws RefusedError */
  async look(carried: Secret): Promise<SeenInvitation> {
    const { manager } = this.dataSource;
    const { organization, email, role, madeBy, endsAt } = await this.good(manager, carried);
    const isKnown = (await personByEmail(manager, email)) !== null;
    return { organization, email, role, madeBy, endsAt, isKnown };
  }

  /** Accepts as the person who is signed in. @throws RefusedError if it is for another address */
  async acceptAs(caller: Caller, carried: Secret): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const invitation = await this.good(manager, carried);
      const person = await personById(manager, caller.id);
      if (person.email !== invitation.email) throw isForAnother();
      await acceptInvitation(manager, this.audit, { invitation, person, now: this.means.now() });
    });
  }

  /** Makes the invited person, and lets her in. @throws RefusedError if she is here already; UserActionError */
  async acceptAsNew(
    carried: Secret,
    { name, password }: { readonly name: string; readonly password: Secret },
    visitor: Visitor,
  ): Promise<Entered> {
    const { email } = await this.good(this.dataSource.manager, carried);
    refuseWeakPassword(password, [email, name]);
    const passwordHash = await this.door.hashes.of(password);
    const now = this.means.now();
    return inTransaction(this.dataSource, async (manager) => {
      const invitation = await this.good(manager, carried);
      if ((await personByEmail(manager, email)) !== null) throw isHereAlready();
      const person = await addPerson(manager, { email, name, passwordHash, identity: null }, now);
      await acceptInvitation(manager, this.audit, { invitation, person, now });
      return enter(manager, person, { way: 'link', visitor, now });
    });
  }

  private async good(manager: EntityManager, carried: Secret): Promise<InvitationEntity> {
    const invitation = await manager.findOneBy(InvitationEntity, { digest: digestOf(carried) });
    if (invitation === null || invitation.endsAt <= this.means.now().toISOString()) throw linkIsOver();
    return invitation;
  }
}

function shown({ id, email, role, madeBy, madeAt, endsAt }: Invitation): Invitation {
  return { id, email, role, madeBy, madeAt, endsAt };
}

async function isMember(records: OrganizationRecords, person: string): Promise<boolean> {
  return (await records.first(MembershipEntity, { where: { person } })) !== null;
}

async function refuseTooMany(records: OrganizationRecords): Promise<void> {
  const open = await records.some(InvitationEntity, { select: { id: true } });
  if (open.length < MOST_INVITATIONS) return;
  throw new RefusedError(
    'in the way',
    'There are too many invitations that nobody has accepted.',
    'Take some of them back.',
  );
}

function isMemberAlready(): RefusedError {
  return new RefusedError(
    'in the way',
    'This person belongs to the organization already.',
    'Look among its people; you can change there what she may do.',
  );
}

function isForAnother(): RefusedError {
  return new RefusedError(
    'not allowed',
    'This invitation is for another address than the one you are signed in with.',
    'Sign out and open the link again, or ask for an invitation to your own address.',
  );
}

function isHereAlready(): RefusedError {
  return new RefusedError(
    'in the way',
    'Somebody with this address signs in here already.',
    'Sign in, then open the link again.',
  );
}
