import { UserActionError } from '#connectors/contract/error.js';
import type { Finding } from '#rules/engine/finding.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { loadFinding } from './finding-rows.js';
import type { OrganizationRecords } from './organization-records.js';

/**
 * The finding with that id, or the only one whose id starts so.
 * @throws UserActionError if there is none, or several.
 */
export async function findFinding(records: OrganizationRecords, idOrPrefix: string): Promise<Finding> {
  const prefix = idOrPrefix.trim().toLowerCase();
  const ids = /^[0-9a-f]{1,16}$/u.test(prefix) ? await idsStartingWith(records, prefix) : [];
  const [id, another] = ids;
  if (id === undefined) {
    throw new UserActionError({
      message: 'No finding has that id.',
      step: 'List the findings with `npx --no-install plumbline findings` and copy the id from there.',
    });
  }
  if (another !== undefined) {
    throw new UserActionError({
      message: 'More than one finding has an id that starts so.',
      step: 'Give more letters of the id; the list of findings shows it in full.',
      details: { findings: ids.length },
    });
  }
  const finding = await loadFinding(records, id);
  if (!finding)
    throw new UserActionError({ message: 'The finding was just deleted.', step: 'List the findings again.' });
  return finding;
}

async function idsStartingWith(records: OrganizationRecords, prefix: string): Promise<readonly string[]> {
  const rows = await records
    .query(FindingEntity, 'finding')
    .select('finding.id', 'id')
    .andWhere('finding.id LIKE :pattern', { pattern: `${prefix}%` })
    .getRawMany<{ readonly id: string }>();
  return rows.map(({ id }) => id);
}
