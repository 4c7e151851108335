import type { EntityManager } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { newCarriedSecret } from './carried-secret.js';
import { knownDevice, rememberDevice } from './known-devices.js';
import type { Person } from './persons.js';
import { beginSession, endCarriedSession } from './sessions.js';
import type { Visitor } from './visitor.js';
import type { WayToSignIn } from './way-to-sign-in.js';

/** A person who is in, and what her browser is to carry. */
export interface Entered {
  readonly person: Person;
  readonly session: Secret;
  readonly device: Secret;
}

/**
 * Lets a person in who has shown that she is one: a new session in place of the browser's old one, and the browser is
 * known from now on. What a browser carried before is never taken over: somebody else may have put it there. Needs a
 * transaction.
 */
export async function enter(
  manager: EntityManager,
  person: Person,
  { way, visitor, now }: { readonly way: WayToSignIn; readonly visitor: Visitor; readonly now: Date },
): Promise<Entered> {
  if (visitor.session !== null) await endCarriedSession(manager, visitor.session);
  const session = await beginSession(manager, { person: person.id, way, browser: visitor.browser }, now);
  const isKnown = (await knownDevice(manager, person.id, visitor.device)) !== null;
  const device = isKnown && visitor.device !== null ? visitor.device : newCarriedSecret();
  await rememberDevice(manager, person.id, device, now);
  return { person, session, device };
}
