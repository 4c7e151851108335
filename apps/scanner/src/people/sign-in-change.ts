import type { EntityManager } from 'typeorm';
import type { Person } from './persons.js';

/** What changes how a person signs in, and so what she is told of. */
type WhatChanged =
  | 'password changed'
  | 'password set by a link'
  | 'password set by a link and second step taken off'
  | 'link to new password made'
  | 'link to new password and second step made'
  | 'second step switched on'
  | 'second step switched off'
  | 'recovery codes renewed'
  | 'sign-in service connected'
  | 'sign-in service disconnected';

export interface SignInChange {
  readonly what: WhatChanged;
  /** As people know who did it, where it was not somebody signed in as her, or with a link. */
  readonly by: string | null;
}

/** Tells a person that her sign-in was changed, if she can be told. In the transaction of the change, which it never fails. */
export type TellOfChange = (manager: EntityManager, person: Person, change: SignInChange) => Promise<void>;
