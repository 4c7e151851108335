import { type EntityManager, In } from 'typeorm';
import { MembershipEntity } from '../storage/entities/membership.entity.js';
import { entities } from '../storage/entities/entities.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { PersonEntity } from '../storage/entities/person.entity.js';

/**
 * Deletes every row of an organization, whatever the table, and every person who belonged to nothing else, but for the one
 * who deletes it: she can begin anew. Needs a transaction.
 */
export async function deleteRows(
  manager: EntityManager,
  { organization, keeping }: { readonly organization: string; readonly keeping: string },
): Promise<void> {
  const members = await manager.findBy(MembershipEntity, { organization });
  // What refers to a row stands behind it in the list.
  for (const table of entities.toReversed()) {
    const { columns } = manager.dataSource.getMetadata(table);
    if (columns.some(({ propertyName }) => propertyName === 'organization'))
      await manager.delete(table, { organization });
  }
  await manager.delete(OrganizationEntity, { name: organization });
  const ids = members.map(({ person }) => person).filter((id) => id !== keeping);
  const elsewhere = await manager.findBy(MembershipEntity, { person: In(ids) });
  const stay = new Set(elsewhere.map(({ person }) => person));
  await manager.delete(PersonEntity, { id: In(ids.filter((id) => !stay.has(id))) });
}
