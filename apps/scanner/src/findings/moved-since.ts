import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import type { OrganizationRecords } from './organization-records.js';

/** Ids of findings that are there now and were not when a scan was stored, and the other way round. */
export interface MovedSince {
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
}

/** What neither came nor left since is as it was, and no history is read of it. */
export async function movedSince(
  records: OrganizationRecords,
  { sequence, lastEvent }: Pick<ScanEntity, 'sequence' | 'lastEvent'>,
): Promise<MovedSince> {
  const moved = await cameOrLeft(records, await earliestSince(records, sequence));
  const then = await thereAt(
    records,
    moved.map(({ id }) => id),
    lastEvent,
  );
  const ids = (isMeant: (isThere: boolean, wasThere: boolean) => boolean) =>
    moved.filter(({ id, isThere }) => isMeant(isThere, then.has(id))).map(({ id }) => id);
  return {
    appeared: ids((isThere, wasThere) => isThere && !wasThere),
    vanished: ids((isThere, wasThere) => !isThere && wasThere),
  };
}

/** Clocks are put back: no later scan may have happened before. */
async function earliestSince(records: OrganizationRecords, sequence: number): Promise<string> {
  const row = await records
    .query(ScanEntity, 'scan')
    .select('MIN(scan.finishedAt)', 'earliest')
    .andWhere('scan.sequence >= :sequence', { sequence })
    .getRawOne<{ readonly earliest: string | null }>();
  return row?.earliest ?? '';
}

async function cameOrLeft(
  records: OrganizationRecords,
  instant: string,
): Promise<readonly { readonly id: string; readonly isThere: boolean }[]> {
  const rows = await records
    .query(FindingEntity, 'finding')
    .select('finding.id', 'id')
    .addSelect('finding.observation', 'observation')
    .andWhere('finding.changedAt >= :instant', { instant })
    .andWhere('(finding.appearedAt >= :instant OR finding.leftAt >= :instant)')
    .getRawMany<Pick<FindingEntity, 'id' | 'observation'>>();
  return rows
    .map(({ id, observation }) => ({ id, isThere: observation !== 'absent' }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** SQLite takes 32,766 values in a statement. */
const IDS_PER_STATEMENT = 5_000;

/** Which of these findings were there as the history had it up to an event. */
export async function thereAt(
  records: OrganizationRecords,
  ids: readonly string[],
  lastEvent: number,
): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) {
    const latest = records
      .query(FindingEventEntity, 'earlier')
      .select('MAX(earlier.sequence)')
      .andWhere('earlier.finding IN (:...ids)', { ids: ids.slice(start, start + IDS_PER_STATEMENT) })
      .andWhere('earlier.sequence <= :lastEvent', { lastEvent })
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
