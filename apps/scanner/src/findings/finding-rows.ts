import { In } from 'typeorm';
import type { Finding } from '#rules/engine/finding.js';
import { FindingIdentityEntity } from '../storage/entities/finding-identity.entity.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { dispositionColumns, rankOf, wordsOf } from './listing-columns.js';
import type { OrganizationRecords } from './organization-records.js';

/** Every finding known of the organization, by id. */
export async function loadFindings(records: OrganizationRecords): Promise<readonly Finding[]> {
  const identities = Map.groupBy(
    await records.all(FindingIdentityEntity, 'position'),
    ({ finding }) => finding,
  );
  const rows = await records.all(FindingEntity, 'id');
  return rows.map((row) => findingOf(row, identities.get(row.id) ?? []));
}

/** What is there by the latest scan, or was and could not be looked at. */
export async function loadStandingFindings(records: OrganizationRecords): Promise<readonly Finding[]> {
  const rows = [
    ...(await records.all(FindingEntity, 'id', { observation: 'present' })),
    ...(await records.all(FindingEntity, 'id', { observation: 'not_observed' })),
  ];
  return withIdentities(records, rows);
}

/** Null if there is none. */
export async function loadFinding(records: OrganizationRecords, id: string): Promise<Finding | null> {
  const row = await records.first(FindingEntity, { where: { id } });
  if (!row) return null;
  const order = { position: 'ASC' } as const;
  return findingOf(row, await records.some(FindingIdentityEntity, { where: { finding: id }, order }));
}

/** SQLite takes 32,766 values in a statement. */
const IDS_PER_STATEMENT = 5_000;

/** Those of these ids, in no order. */
export async function loadFindingsOf(
  records: OrganizationRecords,
  ids: readonly string[],
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) {
    const some = In(ids.slice(start, start + IDS_PER_STATEMENT));
    found.push(
      ...(await withIdentities(records, await records.some(FindingEntity, { where: { id: some } }))),
    );
  }
  return found;
}

async function withIdentities(
  records: OrganizationRecords,
  rows: readonly FindingEntity[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (let start = 0; start < rows.length; start += IDS_PER_STATEMENT) {
    const some = rows.slice(start, start + IDS_PER_STATEMENT);
    const identities = await records.some(FindingIdentityEntity, {
      where: { finding: In(some.map(({ id }) => id)) },
      order: { position: 'ASC' },
    });
    const ofFinding = Map.groupBy(identities, ({ finding }) => finding);
    for (const row of some) findings.push(findingOf(row, ofFinding.get(row.id) ?? []));
  }
  return findings;
}

/**
 * Writes the findings that are not as they were before. When they changed last is kept: a new one came at `at`, of the
 * others `addEvents` says.
 */
export async function writeFindings(
  records: OrganizationRecords,
  before: readonly Finding[],
  after: readonly Finding[],
  at: string,
): Promise<void> {
  const known = new Map(before.map((finding) => [finding.id, finding]));
  const changed = after.filter((finding) => !isSame(known.get(finding.id), finding));
  await records.insert(
    FindingEntity,
    changed.map((finding) => ({
      ...finding,
      ...dispositionColumns(finding.disposition),
      severityRank: rankOf(finding.severity),
      words: wordsOf(finding),
      changedAt: at,
      appearedAt: at,
      leftAt: null,
      leftAs: null,
    })),
    { keeping: ['changedAt', 'appearedAt', 'leftAt', 'leftAs'] },
  );
  await records.insert(
    FindingIdentityEntity,
    changed.flatMap(({ id, identities }) => newIdentities(id, identities, known.get(id)?.identities ?? [])),
  );
}

function newIdentities(finding: string, identities: readonly string[], stored: readonly string[]) {
  return identities
    .map((identity, position) => ({ identity, finding, position }))
    .filter(({ identity }) => !stored.includes(identity));
}

function findingOf(row: FindingEntity, identities: readonly FindingIdentityEntity[]): Finding {
  return {
    id: row.id,
    identities: identities.map(({ identity }) => identity),
    rule: row.rule,
    severity: row.severity,
    system: row.system,
    connector: row.connector,
    account: row.account,
    objectType: row.objectType,
    objectId: row.objectId,
    subject: row.subject,
    title: row.title,
    message: row.message,
    remedy: row.remedy,
    evidence: row.evidence,
    contentHash: row.contentHash,
    readFrom: row.readFrom,
    observation: row.observation,
    disposition: row.disposition,
    policyVersion: row.policyVersion,
    firstSeen: row.firstSeen,
    lastSeen: row.lastSeen,
  };
}

function isSame(known: Finding | undefined, finding: Finding): boolean {
  if (!known) return false;
  const keys = Object.keys(finding) as (keyof Finding)[];
  return (
    known === finding || keys.every((key) => JSON.stringify(known[key]) === JSON.stringify(finding[key]))
  );
}
