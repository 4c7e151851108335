import type { Finding } from '#rules/engine/finding.js';
import { FindingIdentityEntity } from '../storage/entities/finding-identity.entity.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import type { OrganizationRecords } from './organization-records.js';

/** Every finding known of the organization, by id. */
export async function loadFindings(records: OrganizationRecords): Promise<readonly Finding[]> {
  const identities = Map.groupBy(
    await records.all(FindingIdentityEntity, { order: { finding: 'ASC', position: 'ASC' } }),
    ({ finding }) => finding,
  );
  const rows = await records.all(FindingEntity, { order: { id: 'ASC' } });
  return rows.map((row) => findingOf(row, identities.get(row.id) ?? []));
}

export async function loadFinding(records: OrganizationRecords, id: string): Promise<Finding | null> {
  const row = await records.first(FindingEntity, { where: { id } });
  if (!row) return null;
  return findingOf(
    row,
    await records.all(FindingIdentityEntity, { where: { finding: id }, order: { position: 'ASC' } }),
  );
}

/** Writes the findings that are not as they were before. */
export async function writeFindings(
  records: OrganizationRecords,
  before: readonly Finding[],
  after: readonly Finding[],
): Promise<void> {
  const known = new Map(before.map((finding) => [finding.id, finding]));
  const changed = after.filter((finding) => !isSame(known.get(finding.id), finding));
  await records.write(FindingEntity, changed.map(rowOf), {
    key: ['id'],
    columns: COLUMNS,
  });
  await records.insert(
    FindingIdentityEntity,
    changed.flatMap(({ id, identities }) => {
      const stored = new Set(known.get(id)?.identities);
      return identities
        .map((identity, position) => ({ identity, position, finding: id }))
        .filter(({ identity }) => !stored.has(identity));
    }),
  );
}

/** Columns that change; the keys do not. */
const COLUMNS = [
  'rule',
  'severity',
  'system',
  'connector',
  'account',
  'object_type',
  'object_id',
  'subject',
  'title',
  'message',
  'remedy',
  'evidence',
  'content_hash',
  'read_from',
  'observation',
  'disposition',
  'policy_version',
  'first_seen',
  'last_seen',
];

function rowOf({ identities: _identities, ...row }: Finding): Omit<Finding, 'identities'> {
  return row;
}

function findingOf(row: FindingEntity, identities: readonly FindingIdentityEntity[]): Finding {
  const { organization: _organization, ...finding } = row;
  return { ...finding, identities: identities.map(({ identity }) => identity) };
}

function isSame(known: Finding | undefined, finding: Finding): boolean {
  if (!known) return false;
  const keys = Object.keys(finding) as (keyof Finding)[];
  return (
    known === finding || keys.every((key) => JSON.stringify(known[key]) === JSON.stringify(finding[key]))
  );
}
