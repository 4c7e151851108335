import { Inject, Injectable } from '@nestjs/common';
import type { Secret } from '#connectors/kit/secret.js';
import { PasswordHashes } from './password-hashes.js';
import { PEOPLE_MEANS, type PeopleMeans } from './people-means.js';
import type { Person } from './persons.js';
import { RefusedError } from './refused-error.js';
import { isFresh, type Session } from './sessions.js';
import { SignInThrottle } from './sign-in-throttle.js';

/** Where passwords are looked at, and how often. */
@Injectable()
export class PasswordDoor {
  readonly hashes: PasswordHashes;
  readonly throttle: SignInThrottle;

  constructor(@Inject(PEOPLE_MEANS) private readonly means: PeopleMeans) {
    this.hashes = new PasswordHashes(means.hashing);
    this.throttle = new SignInThrottle(means.now);
  }

  /**
   * Makes sure that it is she, before something that a found open browser must not do: by her password, or, if she has
   * none, by having signed in a moment ago.
   * @throws RefusedError
   */
  async confirm(person: Person, session: Session, password: Secret | null): Promise<void> {
    if (person.passwordHash === null) {
      if (isFresh(session, this.means.now())) return;
      throw new RefusedError(
        'not allowed',
        'For this you must have signed in within the last ten minutes.',
        'Sign out, sign in again, and come back here.',
      );
    }
    const attempt = this.throttle.begin([{ by: 'device', text: `confirm ${person.id}` }]);
    if (password === null || !(await this.hashes.fits(person.passwordHash, password))) {
      throw new RefusedError(
        'not allowed',
        'Your password is not right.',
        'Type in the password that you sign in with now.',
      );
    }
    attempt.succeeded();
  }
}
