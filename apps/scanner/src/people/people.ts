import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { MembershipEntity } from '../storage/entities/membership.entity.js';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import type { AccessedOrganization } from './caller.js';
import { membershipsOf, type Person, personById } from './persons.js';
import { notThere, RefusedError } from './refused-error.js';
import type { Role } from './role.js';

export interface Member {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly since: string;
  /** Whether her sign-in asks for a code too. */
  readonly hasSecondStep: boolean;
}

/** Who belongs to an organization, and what each may do there. It never loses its last owner. */
@Injectable()
export class People {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  /** By address. */
  async list(organization: string): Promise<readonly Member[]> {
    const { manager } = this.dataSource;
    const memberships = await new OrganizationRecords(manager, organization).some(MembershipEntity, {});
    const ids = memberships.map(({ person }) => person);
    const persons = new Map(
      (await manager.findBy(PersonEntity, { id: In(ids) })).map((one) => [one.id, one]),
    );
    const members = memberships.flatMap((membership) => {
      const person = persons.get(membership.person);
      return person === undefined ? [] : [memberOf(person, membership)];
    });
    return members.toSorted((a, b) => (a.email < b.email ? -1 : 1));
  }

  /** @throws RefusedError for a stranger, and for the last owner */
  async changeRole(accessed: AccessedOrganization, id: string, role: Role): Promise<Member> {
    const { organization, caller } = accessed;
    return inTransaction(this.dataSource, async (manager) => {
      const membership = await membershipIn(manager, organization, id);
      if (role !== 'owner') await refuseLastOwner(manager, organization, membership);
      const person = await personById(manager, id);
      const records = new OrganizationRecords(manager, organization);
      await records.update(MembershipEntity, { person: id }, { role });
      const details = { from: membership.role, to: role };
      await this.audit.record(manager, {
        organization,
        actor: caller,
        action: 'role changed',
        target: person.email,
        details,
      });
      return memberOf(person, { since: membership.since, role });
    });
  }

  /**
   * Takes a person, also oneself, out of the organization, with her API tokens. Who is in none any more is deleted.
   * @throws RefusedError for a stranger, and for the last owner
   */
  async remove({ organization, caller }: AccessedOrganization, id: string): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const membership = await membershipIn(manager, organization, id);
      await refuseLastOwner(manager, organization, membership);
      const { email } = await personById(manager, id);
      await new OrganizationRecords(manager, organization).delete(MembershipEntity, { person: id });
      if ((await membershipsOf(manager, id)).length === 0) await manager.delete(PersonEntity, { id });
      const action = id === caller.id ? 'left' : 'person removed';
      await this.audit.record(manager, { organization, actor: caller, action, target: email });
    });
  }
}

function memberOf(
  { id, email, name, secondStepSince }: Person,
  { role, since }: Pick<MembershipEntity, 'role' | 'since'>,
): Member {
  return { id, email, name, role, since, hasSecondStep: secondStepSince !== null };
}

async function membershipIn(
  manager: EntityManager,
  organization: string,
  person: string,
): Promise<MembershipEntity> {
  const records = new OrganizationRecords(manager, organization);
  const membership = await records.first(MembershipEntity, { where: { person } });
  if (membership === null) throw notThere();
  return membership;
}

async function refuseLastOwner(
  manager: EntityManager,
  organization: string,
  { role }: MembershipEntity,
): Promise<void> {
  if (role !== 'owner') return;
  const records = new OrganizationRecords(manager, organization);
  const owners = await records.some(MembershipEntity, { where: { role: 'owner' } });
  if (owners.length > 1) return;
  throw new RefusedError(
    'in the way',
    'This is the only owner, and an organization can not be without one.',
    'Make somebody else an owner first.',
  );
}
