import { type EntityManager, In } from 'typeorm';
import { OrganizationRecords } from '../findings/organization-records.js';
import { normalizedEmail } from '../people/normalized-email.js';
import type { Role } from '../people/role.js';
import { MembershipEntity } from '../storage/entities/membership.entity.js';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { UnsubscribedEntity } from '../storage/entities/unsubscribed.entity.js';

interface Wanted {
  readonly roles: readonly Role[];
  readonly addresses: readonly string[];
}

/** Who gets the reports of an organization: members of these roles and further addresses, but for who wants none. Sorted. */
export async function recipientsOf(
  manager: EntityManager,
  organization: string,
  { roles, addresses }: Wanted,
): Promise<readonly string[]> {
  const members = await membersWith(manager, organization, roles);
  const away = new Set(await unsubscribedFrom(manager, organization));
  const all = new Set([...members, ...addresses].map(normalizedEmail));
  return [...all].filter((address) => !away.has(address)).toSorted();
}

export async function unsubscribedFrom(
  manager: EntityManager,
  organization: string,
): Promise<readonly string[]> {
  const records = new OrganizationRecords(manager, organization);
  const rows = await records.some(UnsubscribedEntity, { order: { address: 'ASC' } });
  return rows.map(({ address }) => address);
}

/** The addresses of an organization's members who have one of these roles. */
export async function membersWith(
  manager: EntityManager,
  organization: string,
  roles: readonly Role[],
): Promise<readonly string[]> {
  const records = new OrganizationRecords(manager, organization);
  const memberships = await records.some(MembershipEntity, { where: { role: In([...roles]) } });
  const persons = await manager.findBy(PersonEntity, { id: In(memberships.map(({ person }) => person)) });
  return persons.map(({ email }) => email);
}
