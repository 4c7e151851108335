import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { PendingSignIns } from '#connectors/kit/oauth/pending-sign-ins.js';
import { AuditLog } from '../audit/audit-log.js';
import { InvitationEntity } from '../storage/entities/invitation.entity.js';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { acceptInvitation } from './accept-invitation.js';
import { newCarriedSecret } from './carried-secret.js';
import { type Entered, enter } from './enter.js';
import { normalizedEmail } from './normalized-email.js';
import type { Begun, Identity, OpenIdProvider } from './open-id-provider.js';
import { OpenIdRefusedError } from './open-id-refused-error.js';
import { PasswordDoor } from './password-door.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { recordForPerson } from './person-audit.js';
import { addPerson, type Person, personByEmail, personById } from './persons.js';
import { notThere, RefusedError } from './refused-error.js';
import type { Session } from './sessions.js';
import type { Visitor } from './visitor.js';

const TITLE = 'your sign-in service';

/** A way to the sign-in service that was begun: `person` connects it to herself, or (null) somebody signs in. */
interface Underway extends Begun {
  readonly person: string | null;
}

export interface BegunSignIn {
  /** At the sign-in service. */
  readonly address: string;
  /** What the browser carries until it comes back. */
  readonly browser: Secret;
}

/** Signing in at the sign-in service of the business. */
@Injectable()
export class OpenIdSignIn {
  private readonly underway: PendingSignIns<Underway>;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PasswordDoor) private readonly door: PasswordDoor,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {
    this.underway = new PendingSignIns(means.now);
  }

  get isOffered(): boolean {
    return this.means.openId !== null;
  }

  /** @throws RefusedError, VendorFailedError */
  async begin(redirectUri: string): Promise<BegunSignIn> {
    return this.beginFor(null, redirectUri);
  }

  /** The same for who is signed in, and wants to sign in there from now on. @throws RefusedError, VendorFailedError */
  async beginConnecting(
    session: Session,
    { password, redirectUri }: { readonly password: Secret | null; readonly redirectUri: string },
  ): Promise<BegunSignIn> {
    const person = await personById(this.dataSource.manager, session.person);
    await this.door.confirm(person, session, password);
    return this.beginFor(person.id, redirectUri);
  }

  /** The browser came back: lets her in. `state` and `query` as they stand in the address. @throws RefusedError, VendorFailedError */
  async finish(
    {
      state,
      query,
      browser,
    }: { readonly state: string; readonly query: string; readonly browser: Secret | null },
    visitor: Visitor,
  ): Promise<Entered> {
    const underway = this.underway.take(state, browser?.reveal() ?? null, TITLE);
    const identity = await this.provider().finish(query, underway);
    const now = this.means.now();
    return inTransaction(this.dataSource, async (manager) => {
      const person =
        underway.person === null
          ? await this.personFor(manager, identity, now)
          : await this.connect(manager, underway.person, identity);
      return enter(manager, person, { way: 'sign-in service', visitor, now });
    });
  }

  /** From now on she signs in with her password alone. @throws RefusedError if she has none */
  async disconnect(session: Session, password: Secret | null): Promise<void> {
    const person = await personById(this.dataSource.manager, session.person);
    if (person.passwordHash === null) throw hasNoPassword();
    await this.door.confirm(person, session, password);
    await inTransaction(this.dataSource, async (manager) => {
      await manager.update(PersonEntity, { id: person.id }, { issuer: null, subject: null });
      await recordForPerson(manager, this.audit, person, { action: 'sign-in service disconnected' });
      await this.means.tell(manager, person, { what: 'sign-in service disconnected', by: null });
    });
  }

  private async beginFor(person: string | null, redirectUri: string): Promise<BegunSignIn> {
    const { address, ...begun } = await this.provider().begin(redirectUri);
    const browser = newCarriedSecret();
    this.underway.begin(begun.state, browser.reveal(), { ...begun, person });
    return { address, browser };
  }

  private provider(): OpenIdProvider {
    if (this.means.openId === null) throw notThere();
    return this.means.openId;
  }

  /**
   * The person of that identity. The first time she is found by her verified address: invited, or here without a
   * password. One with a password has to connect the two herself, signed in: whoever set that password may be another.
   */
  private async personFor(manager: EntityManager, identity: Identity, now: Date): Promise<Person> {
    const { issuer, subject, email } = identity;
    const known = await manager.findOneBy(PersonEntity, { issuer, subject });
    if (known !== null) {
      await this.acceptInvitations(manager, known, email, now);
      return known;
    }
    if (email === null) throw isStranger();
    const here = await personByEmail(manager, email);
    if (here !== null && (here.passwordHash !== null || here.subject !== null)) throw connectFirst();
    const person = here ?? (await this.personForInvitation(manager, email, identity, now));
    if (here !== null) {
      await manager.update(PersonEntity, { id: here.id }, { issuer, subject });
      await this.means.tell(manager, here, { what: 'sign-in service connected', by: null });
    }
    await this.acceptInvitations(manager, person, email, now);
    return person;
  }

  private async personForInvitation(
    manager: EntityManager,
    email: string,
    { issuer, subject, name }: Identity,
    now: Date,
  ): Promise<Person> {
    const invitations = await openInvitations(manager, email, now);
    if (invitations.length === 0) throw isStranger();
    const identity = { issuer, subject };
    return addPerson(manager, { email, name: name ?? email, passwordHash: null, identity }, now);
  }

  /** Those for her address here; the service's word for it counts as the link does. */
  private async acceptInvitations(
    manager: EntityManager,
    person: Person,
    email: string | null,
    now: Date,
  ): Promise<void> {
    if (email === null || normalizedEmail(email) !== person.email) return;
    for (const invitation of await openInvitations(manager, email, now))
      await acceptInvitation(manager, this.audit, { invitation, person, now });
  }

  private async connect(manager: EntityManager, id: string, { issuer, subject }: Identity): Promise<Person> {
    const other = await manager.findOneBy(PersonEntity, { issuer, subject });
    if (other !== null && other.id !== id) throw isSomebodyElse();
    const person = await personById(manager, id);
    await manager.update(PersonEntity, { id }, { issuer, subject });
    await recordForPerson(manager, this.audit, person, { action: 'sign-in service connected' });
    await this.means.tell(manager, person, { what: 'sign-in service connected', by: null });
    return person;
  }
}

async function openInvitations(
  manager: EntityManager,
  email: string,
  now: Date,
): Promise<readonly InvitationEntity[]> {
  const invitations = await manager.findBy(InvitationEntity, { email: normalizedEmail(email) });
  return invitations.filter(({ endsAt }) => endsAt > now.toISOString());
}

function isStranger(): OpenIdRefusedError {
  return new OpenIdRefusedError(
    'not-invited',
    'not signed in',
    'Nobody has invited you to Plumbline under the address that your sign-in service told.',
    'Ask an owner of your organization to invite exactly that address.',
  );
}

function connectFirst(): OpenIdRefusedError {
  return new OpenIdRefusedError(
    'connect-first',
    'not signed in',
    'Somebody with your address already signs in here in another way.',
    'Sign in with your password, then connect your sign-in service in your profile.',
  );
}

function isSomebodyElse(): OpenIdRefusedError {
  return new OpenIdRefusedError(
    'of-somebody-else',
    'in the way',
    'That account of your sign-in service belongs to somebody else here.',
    'Sign out at your sign-in service, and connect your own account.',
  );
}

function hasNoPassword(): RefusedError {
  return new RefusedError(
    'in the way',
    'Without your sign-in service you could not sign in any more.',
    'Set a password first.',
  );
}
