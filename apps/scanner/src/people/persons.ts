import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { MembershipEntity } from '../storage/entities/membership.entity.js';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { writeRows } from '../storage/write-rows.js';
import { normalizedEmail } from './normalized-email.js';
import { notThere } from './refused-error.js';
import type { Role } from './role.js';

export type Person = PersonEntity;

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly identity: { readonly issuer: string; readonly subject: string } | null;
}

/** Needs a transaction; the address must be nobody's. */
export async function addPerson(
  manager: EntityManager,
  { email, name, passwordHash, identity }: NewPerson,
  now: Date,
): Promise<Person> {
  const person: Person = {
    id: randomUUID(),
    email: normalizedEmail(email),
    name,
    passwordHash,
    secondStepSince: null,
    lastCodeStep: 0,
    issuer: identity?.issuer ?? null,
    subject: identity?.subject ?? null,
    since: now.toISOString(),
  };
  await writeRows(manager, PersonEntity, [person], 'fail');
  return person;
}

export async function personByEmail(manager: EntityManager, email: string): Promise<Person | null> {
  return manager.findOneBy(PersonEntity, { email: normalizedEmail(email) });
}

/** @throws RefusedError if she is not there (any more) */
export async function personById(manager: EntityManager, id: string): Promise<Person> {
  const person = await manager.findOneBy(PersonEntity, { id });
  if (person === null) throw notThere();
  return person;
}

/** Puts a person into an organization. Needs a transaction. */
export async function addMembership(
  manager: EntityManager,
  membership: { readonly organization: string; readonly person: string; readonly role: Role },
  now: Date,
): Promise<void> {
  await writeRows(manager, MembershipEntity, [{ ...membership, since: now.toISOString() }], 'fail');
}

export async function membershipsOf(
  manager: EntityManager,
  person: string,
): Promise<readonly MembershipEntity[]> {
  return manager.find(MembershipEntity, { where: { person }, order: { organization: 'ASC' } });
}

/** Whether anybody owns anything yet. */
export async function isAnyOwner(manager: EntityManager): Promise<boolean> {
  return manager.existsBy(MembershipEntity, { role: 'owner' });
}

/** Whether anybody can sign in: also who owns nothing any more, because she deleted it. */
export async function isAnybodyThere(manager: EntityManager): Promise<boolean> {
  return manager.existsBy(PersonEntity, {});
}

/** What everybody knows of a person: no password is made of it. */
export function knownOf({ email, name }: Pick<Person, 'email' | 'name'>): readonly string[] {
  return [email, name];
}
