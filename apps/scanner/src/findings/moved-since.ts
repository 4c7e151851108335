import { FindingEntity } from '../storage/entities/finding.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import type { OrganizationRecords } from './organization-records.js';
import { thereBefore } from './there-before.js';

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
  const ids = moved.map(({ id }) => id);
  const then = await thereBefore(records, ids, 'earlier.sequence <= :lastEvent', { lastEvent });
  const those = (isMeant: (isThere: boolean, wasThere: boolean) => boolean) =>
    moved.filter(({ id, isThere }) => isMeant(isThere, then.has(id))).map(({ id }) => id);
  return {
    appeared: those((isThere, wasThere) => isThere && !wasThere),
    vanished: those((isThere, wasThere) => !isThere && wasThere),
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
