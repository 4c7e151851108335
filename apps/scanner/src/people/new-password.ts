import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { AuditLog } from '../audit/audit-log.js';
import { PersonLinkEntity } from '../storage/entities/person-link.entity.js';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import type { AccessedOrganization } from './caller.js';
import { digestOf } from './carried-secret.js';
import { type Entered, enter } from './enter.js';
import { forgetDevices } from './known-devices.js';
import { PasswordDoor } from './password-door.js';
import { refuseWeakPassword } from './password-rules.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { recordForPerson } from './person-audit.js';
import { forgetLinks, linkIsOver, type MadeLink, makeLink, takeLink } from './person-links.js';
import { knownOf, membershipsOf, type Person, personById } from './persons.js';
import { notThere, RefusedError } from './refused-error.js';
import { dropSecondStep } from './second-step-check.js';
import { endSessions, type Session } from './sessions.js';
import type { Visitor } from './visitor.js';

const BY_LINK = ['new password', 'new password and second step'] as const;

/** Changing a password that one knows, and getting another for one that was forgotten: by a link, for there may be no mail. */
@Injectable()
export class NewPassword {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PasswordDoor) private readonly door: PasswordDoor,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {}

  /** Ends every session of the person; this browser gets a new one. @throws RefusedError, UserActionError */
  async change(
    session: Session,
    passwords: { readonly current: Secret | null; readonly next: Secret },
    visitor: Visitor,
  ): Promise<Entered> {
    const person = await personById(this.dataSource.manager, session.person);
    await this.door.confirm(person, session, passwords.current);
    refuseWeakPassword(passwords.next, knownOf(person));
    const passwordHash = await this.door.hashes.of(passwords.next);
    const now = this.means.now();
    return inTransaction(this.dataSource, async (manager) => {
      await this.replace(manager, person, passwordHash);
      await this.means.tell(manager, person, { what: 'password changed', by: null });
      return enter(manager, person, { way: session.way, visitor, now });
    });
  }

  /**
   * A link by which a member of the organization gets another password. For a person who is also elsewhere, where the
   * owner owns nothing, it would be a key to what is not his.
   * @throws RefusedError
   */
  async link(
    { organization, caller }: AccessedOrganization,
    id: string,
    { andSecondStep }: { readonly andSecondStep: boolean },
  ): Promise<MadeLink> {
    const now = this.means.now();
    return inTransaction(this.dataSource, async (manager) => {
      const memberships = await membershipsOf(manager, id);
      if (!memberships.some((membership) => membership.organization === organization)) throw notThere();
      if (id === caller.id) throw useYourProfile();
      const own = await membershipsOf(manager, caller.id);
      const owns = new Set(own.filter(({ role }) => role === 'owner').map((one) => one.organization));
      if (memberships.some((membership) => !owns.has(membership.organization))) throw isElsewhereToo();
      const person = await personById(manager, id);
      const action = andSecondStep
        ? 'link to new password and second step made'
        : 'link to new password made';
      await recordForPerson(manager, this.audit, person, { action, actor: caller });
      await this.means.tell(manager, person, { what: action, by: caller.name });
      return makeLink(manager, { purpose: andSecondStep ? BY_LINK[1] : BY_LINK[0], person: id }, now);
    });
  }

  /** Sets the password that the holder of a link chose; nobody is signed in by it. @throws RefusedError, UserActionError */
  async byLink(carried: Secret, password: Secret): Promise<void> {
    const { manager: reading } = this.dataSource;
    const seen = await reading.findOneBy(PersonLinkEntity, { digest: digestOf(carried) });
    if (seen === null || seen.person === null) throw linkIsOver();
    refuseWeakPassword(password, knownOf(await personById(reading, seen.person)));
    const passwordHash = await this.door.hashes.of(password);
    await inTransaction(this.dataSource, async (manager) => {
      const { person: id, purpose } = await takeLink(manager, carried, BY_LINK, this.means.now());
      const person = await personById(manager, id ?? '');
      await this.replace(manager, person, passwordHash);
      const isSecondStepToo = purpose === BY_LINK[1];
      if (isSecondStepToo) await dropSecondStep(manager, person.id);
      const what = isSecondStepToo
        ? 'password set by a link and second step taken off'
        : 'password set by a link';
      await this.means.tell(manager, person, { what, by: null });
    });
  }

  private async replace(manager: EntityManager, person: Person, passwordHash: string): Promise<void> {
    await manager.update(PersonEntity, { id: person.id }, { passwordHash });
    await endSessions(manager, person.id);
    await forgetDevices(manager, person.id);
    await forgetLinks(manager, person.id);
    await recordForPerson(manager, this.audit, person, { action: 'password changed' });
  }
}

function useYourProfile(): RefusedError {
  return new RefusedError(
    'not allowed',
    'A link to a new password is for somebody else.',
    'Change your own password under People, where your own sign-in is.',
  );
}

function isElsewhereToo(): RefusedError {
  return new RefusedError(
    'not allowed',
    'This person also belongs to an organization that you do not own.',
    'Ask an owner of every organization she belongs to, or take her out of yours and invite her under another address.',
  );
}
