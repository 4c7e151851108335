import type { Observation } from '#rules/engine/finding.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import type { OrganizationRecords } from './organization-records.js';

/** The observation of every finding as the history had it up to an event; findings born later are not in it. */
export async function observationsAt(
  records: OrganizationRecords,
  lastEvent: number,
): Promise<ReadonlyMap<string, Observation>> {
  const latest = records
    .query(FindingEventEntity, 'earlier')
    .select('MAX(earlier.sequence)')
    .andWhere('earlier.sequence <= :lastEvent', { lastEvent })
    .groupBy('earlier.finding');
  const rows = await records
    .query(FindingEventEntity, 'event')
    .select(['event.finding AS finding', 'event.observation AS observation'])
    .andWhere(`event.sequence IN (${latest.getQuery()})`)
    .setParameters(latest.getParameters())
    .getRawMany<{ readonly finding: string; readonly observation: Observation }>();
  return new Map(rows.map(({ finding, observation }) => [finding, observation]));
}
