import type { Clock } from '../clock.js';
import type { OpenIdProvider } from './open-id-provider.js';
import type { HashingCost } from './password-hashes.js';
import type { TellOfChange } from './sign-in-change.js';

/** By which the room is handed what it needs of the world. */
export const PEOPLE_MEANS = Symbol('people means');

export interface PeopleMeans {
  readonly now: Clock;
  readonly hashing: HashingCost;
  /** The sign-in service of the settings; null: there is none. */
  readonly openId: OpenIdProvider | null;
  readonly tell: TellOfChange;
}
