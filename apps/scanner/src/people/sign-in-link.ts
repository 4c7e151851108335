import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { AuditLog, MACHINE } from '../audit/audit-log.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { type Entered, enter } from './enter.js';
import { chosenOwner } from './owner-reset.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { recordForPerson } from './person-audit.js';
import { linkIsOver, type MadeLink, makeLink, takeLink } from './person-links.js';
import { personById } from './persons.js';
import type { Visitor } from './visitor.js';

/**
 * A link that signs an owner in, once, within a quarter of an hour: for who has the computer, and so everything on it
 * already. Needs a transaction.
 * @throws UserActionError where it is not clear which owner is meant
 */
export async function makeSignInLink(
  manager: EntityManager,
  audit: AuditLog,
  { email, now }: { readonly email: string | null; readonly now: Date },
): Promise<{ readonly link: MadeLink; readonly email: string }> {
  const person = await chosenOwner(manager, email);
  await recordForPerson(manager, audit, person, { action: 'link to sign in made', actor: MACHINE });
  return {
    link: await makeLink(manager, { purpose: 'sign in', person: person.id }, now),
    email: person.email,
  };
}

/** Signing in by such a link. */
@Injectable()
export class SignInLink {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {}

  /** @throws RefusedError if the link was used, or is too old */
  async signIn(carried: Secret, visitor: Visitor): Promise<Entered> {
    const now = this.means.now();
    return inTransaction(this.dataSource, async (manager) => {
      const { person: id } = await takeLink(manager, carried, ['sign in'], now);
      if (id === null) throw linkIsOver();
      const person = await personById(manager, id);
      await recordForPerson(manager, this.audit, person, { action: 'signed in by a link' });
      return enter(manager, person, { way: 'link', visitor, now });
    });
  }
}
