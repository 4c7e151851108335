import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { Vault } from '../connections/vault.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { endCarriedSession } from './sessions.js';
import { type Entered, enter } from './enter.js';
import { knownDevice } from './known-devices.js';
import { normalizedEmail } from './normalized-email.js';
import { PasswordDoor } from './password-door.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { type Person, personByEmail, personById } from './persons.js';
import { RefusedError } from './refused-error.js';
import { takeCode } from './second-step-check.js';
import { countedAddress, type ThrottleKey } from './sign-in-throttle.js';
import type { Visitor } from './visitor.js';

export interface Credentials {
  readonly email: string;
  readonly password: Secret;
  /** Of the second step, or a recovery code; null: not asked for yet. */
  readonly code: string | null;
}

/** Signing in with a password, and out. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(PasswordDoor) private readonly door: PasswordDoor,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {}

  /**
   * Lets a person in, or says that her code is needed too. Somebody who is not there is refused in the same words, after
   * the same time.
   * @throws RefusedError
   */
  async signIn(credentials: Credentials, visitor: Visitor): Promise<Entered | 'code needed'> {
    const person = await personByEmail(this.dataSource.manager, credentials.email);
    const attempt = this.door.throttle.begin(await this.keysFor(credentials.email, person, visitor));
    const stored = person?.passwordHash ?? null;
    const isRight = await this.door.hashes.fits(stored, credentials.password);
    if (!isRight || person === null) throw wrong('The address or the password is not right.');
    if (person.secondStepSince !== null && credentials.code === null) {
      attempt.undone();
      return 'code needed';
    }
    const entered = await this.enterWith(person, credentials.code, visitor);
    if (entered === null) throw wrong('The code is not right, or was used already.');
    attempt.succeeded();
    return entered;
  }

  async signOut(carried: Secret): Promise<void> {
    await inTransaction(this.dataSource, (manager) => endCarriedSession(manager, carried));
  }

  /** Null if the code is not right. */
  private async enterWith(
    { id, passwordHash }: Person,
    code: string | null,
    visitor: Visitor,
  ): Promise<Entered | null> {
    const now = this.means.now();
    return inTransaction(this.dataSource, async (manager) => {
      const person = await personById(manager, id);
      // It may have been changed while it was looked at; then all sessions were ended, and this would be one more.
      if (person.passwordHash !== passwordHash) throw wrong('The address or the password is not right.');
      const isAsked = person.secondStepSince !== null;
      if (isAsked && !(await takeCode(manager, this.vault, person, { code: code ?? '', now }))) return null;
      const way = isAsked ? 'password and code' : 'password';
      return enter(manager, person, { way, visitor, now });
    });
  }

  /** A browser that she has used before is counted by itself, so that attackers elsewhere do not make her wait. */
  private async keysFor(
    typed: string,
    person: Person | null,
    visitor: Visitor,
  ): Promise<readonly ThrottleKey[]> {
    const email = normalizedEmail(typed);
    const device = await knownDevice(this.dataSource.manager, person?.id ?? '', visitor.device);
    if (device !== null) return [{ by: 'device', text: `${device} ${email}` }];
    const address = countedAddress(visitor.address);
    return [
      { by: 'pair', text: `${address} ${email}` },
      { by: 'person', text: email },
      { by: 'address', text: address },
    ];
  }
}

function wrong(message: string): RefusedError {
  return new RefusedError(
    'not signed in',
    message,
    'Try again. If you have forgotten your password, ask an owner of your organization for a link to a new one.',
  );
}
