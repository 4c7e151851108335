import type { EntityManager } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import { type AuditLog, MACHINE } from '../audit/audit-log.js';
import { MembershipEntity } from '../storage/entities/membership.entity.js';
import { writeRows } from '../storage/write-rows.js';
import { ownerlessOrganizations } from './ownerless.js';
import { recordForPerson } from './person-audit.js';
import { type MadeLink, makeLink } from './person-links.js';
import { type Person, personByEmail, personById } from './persons.js';

export interface OwnerReset {
  readonly link: MadeLink;
  /** Whom it is for; null: the first owner, who is not there yet. */
  readonly email: string | null;
  /** Organizations without an owner, of which she is one now. */
  readonly taken: readonly string[];
}

/**
 * A way back in for who has the machine: a set-up link while nobody owns anything, else a link by which an owner gets
 * another password, and loses the second step that she may have lost. Needs a transaction.
 * @throws UserActionError where it is not clear which owner is meant
 */
export async function resetOwner(
  manager: EntityManager,
  audit: AuditLog,
  { email, now }: { readonly email: string | null; readonly now: Date },
): Promise<OwnerReset> {
  if ((await ownerIds(manager)).length === 0) {
    const link = await makeLink(manager, { purpose: 'set-up', person: null }, now);
    return { link, email: null, taken: [] };
  }
  const person = await chosenOwner(manager, email);
  const taken = await ownerlessOrganizations(manager);
  const rows = taken.map((organization) => ({
    organization,
    person: person.id,
    role: 'owner',
    since: now.toISOString(),
  }));
  await writeRows(manager, MembershipEntity, rows, 'overwrite');
  await recordForPerson(manager, audit, person, { action: 'owner reset', actor: MACHINE });
  const purpose = 'new password and second step';
  return { link: await makeLink(manager, { purpose, person: person.id }, now), email: person.email, taken };
}

/** The owner of that address, or the only one. @throws UserActionError where it is not clear which is meant */
export async function chosenOwner(manager: EntityManager, email: string | null): Promise<Person> {
  const ids = await ownerIds(manager);
  return email === null ? onlyOwner(manager, ids) : ownerCalled(manager, ids, email);
}

async function ownerIds(manager: EntityManager): Promise<readonly string[]> {
  const owners = await manager.findBy(MembershipEntity, { role: 'owner' });
  return [...new Set(owners.map(({ person }) => person))];
}

async function onlyOwner(manager: EntityManager, ids: readonly string[]): Promise<Person> {
  const [only, another] = ids;
  if (only !== undefined && another === undefined) return personById(manager, only);
  throw new UserActionError(
    only === undefined
      ? {
          message: 'Nobody owns anything yet.',
          step: 'Start the service with "npm start", and open the link that it prints.',
        }
      : { message: 'There are several owners.', step: 'Say which one is meant: --email ADDRESS' },
  );
}

async function ownerCalled(manager: EntityManager, ids: readonly string[], email: string): Promise<Person> {
  const person = await personByEmail(manager, email);
  if (person !== null && ids.includes(person.id)) return person;
  throw new UserActionError({
    message: 'No owner has that address.',
    step: 'Check the address. Anybody else gets a link to a new password from an owner.',
  });
}
