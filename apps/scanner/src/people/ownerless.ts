import type { EntityManager } from 'typeorm';
import { MembershipEntity } from '../storage/entities/membership.entity.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';

/** The organizations that nobody owns: those that were scanned on the command line only. By name. */
export async function ownerlessOrganizations(manager: EntityManager): Promise<readonly string[]> {
  const organizations = await manager.find(OrganizationEntity, { order: { name: 'ASC' } });
  const owners = await manager.findBy(MembershipEntity, { role: 'owner' });
  const owned = new Set(owners.map(({ organization }) => organization));
  return organizations.map(({ name }) => name).filter((name) => !owned.has(name));
}
