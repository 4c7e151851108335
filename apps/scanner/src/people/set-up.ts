import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import type { Secret } from '#connectors/kit/secret.js';
import { AuditLog } from '../audit/audit-log.js';
import { addOrganization } from '../findings/add-organization.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { PersonLinkEntity } from '../storage/entities/person-link.entity.js';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { digestOf } from './carried-secret.js';
import { type Entered, enter } from './enter.js';
import { ownerlessOrganizations } from './ownerless.js';
import { PasswordDoor } from './password-door.js';
import { refuseWeakPassword } from './password-rules.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { actorOf } from './person-audit.js';
import { linkIsOver, type MadeLink, makeLink, takeLink } from './person-links.js';
import {
  addMembership,
  addPerson,
  isAnybodyThere,
  isAnyOwner,
  membershipsOf,
  personByEmail,
} from './persons.js';
import type { Visitor } from './visitor.js';

export interface FirstOwner {
  readonly email: string;
  readonly name: string;
  readonly password: Secret;
  /** A new one; null: those that are there already. */
  readonly organization: string | null;
}

/** The first owner, who comes by a link that only who started Plumbline has seen. */
@Injectable()
export class SetUp {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PasswordDoor) private readonly door: PasswordDoor,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {}

  /** A new link, in place of the one before; null if there is somebody. For each start. */
  async link(): Promise<MadeLink | null> {
    const now = this.means.now();
    return inTransaction(this.dataSource, async (manager) =>
      (await isAnybodyThere(manager)) ? null : makeLink(manager, { purpose: 'set-up', person: null }, now),
    );
  }

  /** The organizations that the first owner will own, from earlier scans. @throws RefusedError */
  async organizations(link: Secret): Promise<readonly string[]> {
    await this.refuseBad(link);
    return ownerlessOrganizations(this.dataSource.manager);
  }

  /** @throws RefusedError; UserActionError for a password or an organization that can not be */
  async setUp(link: Secret, owner: FirstOwner, visitor: Visitor): Promise<Entered> {
    await this.refuseBad(link);
    const { email, name, organization } = owner;
    refuseWeakPassword(owner.password, [email, name, organization ?? '']);
    const passwordHash = await this.door.hashes.of(owner.password);
    const now = this.means.now();
    return inTransaction(this.dataSource, async (manager) => {
      await takeLink(manager, link, ['set-up'], now);
      if (await isAnyOwner(manager)) throw linkIsOver();
      const owned = await organizationsToOwn(manager, organization);
      await forgetWhoOwnsNothing(manager, email);
      const person = await addPerson(manager, { email, name, passwordHash, identity: null }, now);
      for (const one of owned) {
        await addMembership(manager, { organization: one, person: person.id, role: 'owner' }, now);
        const actor = actorOf(person);
        await this.audit.record(manager, {
          organization: one,
          actor,
          action: 'set up',
          target: person.email,
        });
      }
      return enter(manager, person, { way: 'link', visitor, now });
    });
  }

  /** Before anything costly is done, and before anything is said of the rest. */
  private async refuseBad(link: Secret): Promise<void> {
    const { manager } = this.dataSource;
    const found = await manager.findOneBy(PersonLinkEntity, { digest: digestOf(link), purpose: 'set-up' });
    if (found === null || found.endsAt <= this.means.now().toISOString()) throw linkIsOver();
  }
}

async function organizationsToOwn(
  manager: EntityManager,
  organization: string | null,
): Promise<readonly string[]> {
  if (organization !== null) await addOrganization(manager, organization);
  const owned = await ownerlessOrganizations(manager);
  if (owned.length > 0) return owned;
  throw new UserActionError({
    message: 'There is no organization yet.',
    step: 'Give the name of your business, exactly as it stands after "organization:" in its policy.',
  });
}

/** Who deleted her last organization, and comes again by a new link because she lost her password. */
async function forgetWhoOwnsNothing(manager: EntityManager, email: string): Promise<void> {
  const person = await personByEmail(manager, email);
  if (person !== null && (await membershipsOf(manager, person.id)).length === 0)
    await manager.delete(PersonEntity, { id: person.id });
}
