import type { ObjectLiteral } from 'typeorm';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import type { OrganizationRecords } from './organization-records.js';

/** SQLite takes 32,766 values in a statement. */
const IDS_PER_STATEMENT = 5_000;

/** Which of these findings were there after the last of their events (`earlier`) of which a condition holds. */
export async function thereBefore(
  records: OrganizationRecords,
  ids: readonly string[],
  condition: string,
  parameters: ObjectLiteral,
): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) {
    const latest = records
      .query(FindingEventEntity, 'earlier')
      .select('MAX(earlier.sequence)')
      .andWhere('earlier.finding IN (:...ids)', { ids: ids.slice(start, start + IDS_PER_STATEMENT) })
      .andWhere(condition, parameters)
      .groupBy('earlier.finding');
    const rows = await records
      .query(FindingEventEntity, 'event')
      .select('event.finding', 'finding')
      .andWhere(`event.sequence IN (${latest.getQuery()})`)
      .andWhere("event.observation <> 'absent'")
      .setParameters(latest.getParameters())
      .getRawMany<{ readonly finding: string }>();
    for (const { finding } of rows) there.add(finding);
  }
  return there;
}
