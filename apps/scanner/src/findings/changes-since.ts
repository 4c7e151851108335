import { FindingEntity } from '../storage/entities/finding.entity.js';
import type { OrganizationRecords } from './organization-records.js';
import { thereBefore } from './there-before.js';

/** How many findings are news since an instant: what came and went in between is none (law 7). */
export interface ChangesSince {
  /** There now, and not then. */
  readonly appeared: number;
  /** There then, and not now; fixed only by what the data did (E22). */
  readonly fixed: number;
  readonly gone: number;
}

/** Reads what changed since then alone, along an index. `instant`: ISO 8601, UTC. */
export async function changesSince(records: OrganizationRecords, instant: string): Promise<ChangesSince> {
  const since = new Date(instant).toISOString();
  const isThere = "finding.observation <> 'absent'";
  const isAway = "finding.observation = 'absent'";
  const came = 'finding.appearedAt >= :since AND (finding.leftAt IS NULL OR finding.leftAt < :since)';
  const left = 'finding.leftAt >= :since AND finding.appearedAt < :since';
  const count = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  const row = await changed(records, since)
    .select(count(`${isThere} AND ${came}`), 'appeared')
    .addSelect(count(`${isAway} AND ${left} AND finding.leftAs = 'fixed'`), 'fixed')
    .addSelect(count(`${isAway} AND ${left} AND finding.leftAs = 'gone'`), 'gone')
    .getRawOne<Record<keyof ChangesSince, number | string | null>>();
  const both = await cameAndLeft(records, since);
  const more = (isMeant: (one: (typeof both)[number]) => boolean) => both.filter(isMeant).length;
  return {
    appeared: Number(row?.appeared ?? 0) + more(({ isThere: now, wasThere }) => now && !wasThere),
    fixed:
      Number(row?.fixed ?? 0) +
      more(({ isThere: now, wasThere, leftAs }) => !now && wasThere && leftAs === 'fixed'),
    gone:
      Number(row?.gone ?? 0) +
      more(({ isThere: now, wasThere, leftAs }) => !now && wasThere && leftAs === 'gone'),
  };
}

/** Of the few that did both since then, only their history tells how they stood before. */
async function cameAndLeft(records: OrganizationRecords, since: string) {
  const rows = await changed(records, since)
    .select('finding.id', 'id')
    .addSelect('finding.observation', 'observation')
    .addSelect('finding.leftAs', 'leftAs')
    .andWhere('finding.appearedAt >= :since AND finding.leftAt >= :since')
    .getRawMany<Pick<FindingEntity, 'id' | 'observation' | 'leftAs'>>();
  const there = await thereBefore(
    records,
    rows.map(({ id }) => id),
    'earlier.at < :since',
    { since },
  );
  return rows.map(({ id, observation, leftAs }) => ({
    isThere: observation !== 'absent',
    wasThere: there.has(id),
    leftAs,
  }));
}

function changed(records: OrganizationRecords, since: string) {
  return records.query(FindingEntity, 'finding').andWhere('finding.changedAt >= :since', { since });
}
