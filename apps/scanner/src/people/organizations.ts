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
  /** Invented, to try things with. */
  readonly isExample: boolean;
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
    const known = new Map(rows.map((row) => [row.name, row]));
    return memberships.map(({ organization, role }) => ({
      id: known.get(organization)?.id ?? '',
      name: organization,
      role,
      isExample: isExample(known.get(organization)),
    }));
  }

  /**
   * Another one, owned by who makes it: for who owns one already, or has deleted her last, so that somebody who was let in
   * to look cannot fill the machine.
   * @throws RefusedError
   */
  async add(caller: Caller, name: string, exampleDay: string | null = null): Promise<OwnOrganization> {
    const now = this.means.now();
    return inTransaction(this.dataSource, async (manager) => {
      const all = await membershipsOf(manager, caller.id);
      const owned = all.filter(({ role }) => role === 'owner');
      if (owned.length === 0 && all.length > 0) throw forOwners();
      if (owned.length >= MOST_OWNED) throw tooMany();
      // One that is there is somebody's, or was scanned on the command line: it is not had by its name.
      if (await manager.existsBy(OrganizationEntity, { name })) throw isThere();
      await addOrganization(manager, name, exampleDay);
      await addMembership(manager, { organization: name, person: caller.id, role: 'owner' }, now);
      await this.audit.record(manager, {
        organization: name,
        actor: caller,
        action: 'organization made',
        target: name,
      });
      const { id } = await manager.findOneByOrFail(OrganizationEntity, { name });
      return { id, name, role: 'owner' as const, isExample: exampleDay !== null };
    });
  }

  /** Whether the organization is an invented one. */
  async isExample(name: string): Promise<boolean> {
    return isExample(await this.dataSource.manager.findOneBy(OrganizationEntity, { name }));
  }

  /** The name, or the name with a number, that nobody has yet. */
  async freeName(name: string): Promise<string> {
    const { manager } = this.dataSource;
    let free = name;
    for (let number = 2; await manager.existsBy(OrganizationEntity, { name: free }); number += 1)
      free = `${name} ${number}`;
    return free;
  }
}

function isExample(row: OrganizationEntity | null | undefined): boolean {
  return typeof row?.exampleDay === 'string';
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
