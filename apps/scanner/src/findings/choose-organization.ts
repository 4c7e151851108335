import type { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';

/** The organizations of this data directory, by name. */
export async function organizationNames(dataSource: DataSource): Promise<readonly string[]> {
  const rows = await dataSource.manager.find(OrganizationEntity, { order: { name: 'ASC' } });
  return rows.map(({ name }) => name);
}

/**
 * The organization of that name, or the only one there is.
 * @throws UserActionError if there is none, or several and none was chosen.
 */
export async function chooseOrganization(dataSource: DataSource, chosen?: string): Promise<string> {
  const names = await organizationNames(dataSource);
  const [only, another] = names;
  if (only === undefined) {
    throw new UserActionError({
      message: 'Nothing has been scanned in this data directory yet.',
      step: 'Run a scan first, or choose the data directory of an earlier scan with --data-dir.',
    });
  }
  if (chosen !== undefined) {
    if (names.includes(chosen)) return chosen;
    throw new UserActionError({
      message: 'This data directory holds no organization of that name.',
      step: `Choose one of: ${names.join(', ')}`,
    });
  }
  if (another === undefined) return only;
  throw new UserActionError({
    message: 'This data directory holds more than one organization.',
    step: `Say which one: --organization "NAME". There are: ${names.join(', ')}`,
  });
}
