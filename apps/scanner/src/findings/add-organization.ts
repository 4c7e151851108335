import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { writeRows } from '../storage/write-rows.js';

/** Makes an organization of that name, unless it is there. `exampleDay`: of an invented one. */
export async function addOrganization(
  manager: EntityManager,
  name: string,
  exampleDay: string | null = null,
): Promise<void> {
  await writeRows(manager, OrganizationEntity, [{ name, id: randomUUID(), exampleDay }], 'keep');
}
