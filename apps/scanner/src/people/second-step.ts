import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { AuditLog } from '../audit/audit-log.js';
import { Vault } from '../connections/vault.js';
import { PersonSecretEntity } from '../storage/entities/person-secret.entity.js';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { addressForApp, newCodeSecret, stepOfCode } from './one-time-code.js';
import { PasswordDoor } from './password-door.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { recordForPerson } from './person-audit.js';
import { type Person, personById } from './persons.js';
import { renewRecoveryCodes } from './recovery-codes.js';
import { RefusedError } from './refused-error.js';
import { dropSecondStep } from './second-step-check.js';
import { endSessions, type Session } from './sessions.js';

/** What an authenticator app is given. */
export interface Offer {
  readonly secret: Secret;
  readonly address: Secret;
}

/** A code from a phone beside the password, which a person switches on and off for herself. */
@Injectable()
export class SecondStep {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(PasswordDoor) private readonly door: PasswordDoor,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {}

  /** Something for the app. Not in force before a code of it was typed in. @throws RefusedError */
  async offer(session: Session, password: Secret | null): Promise<Offer> {
    const person = await this.confirmed(session, password);
    if (person.secondStepSince !== null) throw isOn();
    const secret = newCodeSecret();
    await inTransaction(this.dataSource, (manager) =>
      this.vault.storeForPerson(manager, { person: person.id, name: 'offered' }, secret),
    );
    return { secret, address: addressForApp(secret, person.email) };
  }

  /** Switches it on; gives the recovery codes. Her other browsers have to sign in again. @throws RefusedError */
  async accept(session: Session, code: string): Promise<readonly Secret[]> {
    const now = this.means.now();
    const attempt = this.door.throttle.begin([{ by: 'device', text: `code ${session.person}` }]);
    const codes = await inTransaction(this.dataSource, async (manager) => {
      const person = await personById(manager, session.person);
      const offered = await this.vault.openForPerson(manager, { person: person.id, name: 'offered' });
      const step = offered === null ? null : stepOfCode(offered, code.replaceAll(/\s/gu, ''), now);
      if (offered === null || step === null || person.secondStepSince !== null) throw wrongCode();
      await this.vault.storeForPerson(manager, { person: person.id, name: 'second step' }, offered);
      await manager.delete(PersonSecretEntity, { person: person.id, name: 'offered' });
      const change = { secondStepSince: now.toISOString(), lastCodeStep: step };
      await manager.update(PersonEntity, { id: person.id }, change);
      await endSessions(manager, person.id, session.id);
      await recordForPerson(manager, this.audit, person, { action: 'second step switched on' });
      await this.means.tell(manager, person, { what: 'second step switched on', by: null });
      return renewRecoveryCodes(manager, person.id);
    });
    attempt.succeeded();
    return codes;
  }

  /** @throws RefusedError */
  async switchOff(session: Session, password: Secret | null): Promise<void> {
    const person = await this.confirmed(session, password);
    await inTransaction(this.dataSource, async (manager) => {
      await dropSecondStep(manager, person.id);
      await recordForPerson(manager, this.audit, person, { action: 'second step switched off' });
      await this.means.tell(manager, person, { what: 'second step switched off', by: null });
    });
  }

  /** New recovery codes in place of the old ones. @throws RefusedError */
  async renewCodes(session: Session, password: Secret | null): Promise<readonly Secret[]> {
    const person = await this.confirmed(session, password);
    if (person.secondStepSince === null) throw isOff();
    return inTransaction(this.dataSource, async (manager) => {
      await recordForPerson(manager, this.audit, person, { action: 'recovery codes renewed' });
      await this.means.tell(manager, person, { what: 'recovery codes renewed', by: null });
      return renewRecoveryCodes(manager, person.id);
    });
  }

  private async confirmed(session: Session, password: Secret | null): Promise<Person> {
    const person = await personById(this.dataSource.manager, session.person);
    await this.door.confirm(person, session, password);
    return person;
  }
}

function isOn(): RefusedError {
  return new RefusedError(
    'in the way',
    'Your sign-in already asks for a code.',
    'Switch that off first, then begin again with the new phone.',
  );
}

function isOff(): RefusedError {
  return new RefusedError(
    'in the way',
    'Your sign-in asks for no code.',
    'Switch that on first; you will get recovery codes with it.',
  );
}

function wrongCode(): RefusedError {
  return new RefusedError(
    'not allowed',
    'The code is not right.',
    'Type in the six digits that the app shows now. If they are refused again, check the clock of your phone.',
  );
}
