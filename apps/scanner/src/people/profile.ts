import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import { personById } from './persons.js';
import { endSession, endSessions, type Session, sessionsOf } from './sessions.js';
import type { WayToSignIn } from './way-to-sign-in.js';

/** What a person sees of herself. */
export interface OwnProfile {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly hasPassword: boolean;
  readonly hasSecondStep: boolean;
  /** Whether she can sign in at the sign-in service. */
  readonly isConnected: boolean;
}

export interface OwnSession {
  readonly id: string;
  readonly isThisOne: boolean;
  readonly way: WayToSignIn;
  readonly browser: string;
  readonly begunAt: string;
  readonly usedAt: string;
}

/** A person about herself, and the browsers she is signed in with. */
@Injectable()
export class Profile {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PEOPLE_MEANS) private readonly means: PeopleMeans,
  ) {}

  async of(person: string): Promise<OwnProfile> {
    const { id, email, name, passwordHash, secondStepSince, subject } = await personById(
      this.dataSource.manager,
      person,
    );
    const [hasPassword, hasSecondStep] = [passwordHash !== null, secondStepSince !== null];
    return { id, email, name, hasPassword, hasSecondStep, isConnected: subject !== null };
  }

  async rename(person: string, name: string): Promise<OwnProfile> {
    await inTransaction(this.dataSource, (manager) => manager.update(PersonEntity, { id: person }, { name }));
    return this.of(person);
  }

  /** The last used first. */
  async sessions({ person, id: own }: Session): Promise<readonly OwnSession[]> {
    const sessions = await sessionsOf(this.dataSource.manager, person, this.means.now());
    return sessions.map(({ id, way, browser, begunAt, usedAt }) => {
      return { id, isThisOne: id === own, way, browser, begunAt, usedAt };
    });
  }

  /** @throws RefusedError if it is none of hers */
  async endSession({ person }: Session, id: string): Promise<void> {
    await inTransaction(this.dataSource, (manager) => endSession(manager, person, id));
  }

  /** Ends all but this one. */
  async endOtherSessions({ person, id }: Session): Promise<void> {
    await inTransaction(this.dataSource, (manager) => endSessions(manager, person, id));
  }
}
