import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import { addOrganization } from '../findings/add-organization.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import type { Caller } from './caller.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { addMembership, membershipsOf } from './persons.js';
import { RefusedError } from './refused-error.js';
import type { Role } from './role.js';

export interface OwnOrganization {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

const MOST_OWNED = 50;

/** The organizations of a person. */
@Injectable()
export class Organizations {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {}

  /** By name. */
  async of(person: string): Promise<readonly OwnOrganization[]> {
    const { manager } = this.dataSource;
    const memberships = await membershipsOf(manager, person);
    const names = memberships.map(({ organization }) => organization);
    const rows = await manager.findBy(OrganizationEntity, { name: In(names) });
    const ids = new Map(rows.map(({ id, name }) => [name, id]));
    return memberships.map(({ organization, role }) => ({
      id: ids.get(organization) ?? '',
      name: organization,
      role,
    }));
  }

  /**
   * Another one, owned by who makes it: for who owns one already, so that somebody who was let in to look cannot fill
   * the machine.
   * @throws RefusedError
   */
  async add(caller: Caller, name: string): Promise<OwnOrganization> {
    const now = this.means.now();
    return inTransaction(this.dataSource, async (manager) => {
      const owned = (await membershipsOf(manager, caller.id)).filter(({ role }) => role === 'owner');
      if (owned.length === 0) throw forOwners();
      if (owned.length >= MOST_OWNED) throw tooMany();
      // One that is there is somebody's, or was scanned on the command line: it is not had by its name.
      if (await manager.existsBy(OrganizationEntity, { name })) throw isThere();
      await addOrganization(manager, name);
      await addMembership(manager, { organization: name, person: caller.id, role: 'owner' }, now);
      await this.audit.record(manager, {
        organization: name,
        actor: caller,
        action: 'organization made',
        target: name,
      });
      const { id } = await manager.findOneByOrFail(OrganizationEntity, { name });
      return { id, name, role: 'owner' as const };
    });
  }
}

function forOwners(): RefusedError {
  return new RefusedError(
    'not allowed',
    'Only who owns an organization can make another one.',
    'Ask an owner to make it and to invite you.',
  );
}

function tooMany(): RefusedError {
  return new RefusedError(
    'in the way',
    `You own ${MOST_OWNED} organizations, which is the most.`,
    'Hand some of them to other owners.',
  );
}

function isThere(): RefusedError {
  return new RefusedError(
    'in the way',
    'There is an organization of that name already.',
    'Choose another name. If it was scanned on the command line, whoever runs Plumbline can make you its owner: plumbline people reset-owner',
  );
}
