import { In } from 'typeorm';
import type { Change, FindingEvent } from '#rules/engine/finding.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import type { OrganizationRecords } from './organization-records.js';

/** SQLite takes 32,766 values in a statement. */
const IDS_PER_STATEMENT = 5_000;

/** Adds to the history, in the order given, and keeps with each finding when it changed last. */
export async function addEvents(
  records: OrganizationRecords,
  events: readonly FindingEvent[],
  { scan, at }: { readonly scan: string | null; readonly at: string },
): Promise<void> {
  await records.insert(
    FindingEventEntity,
    events.map(({ findingId, ...event }) => ({ ...event, finding: findingId, scan, at })),
  );
  const ids = (...changes: readonly Change[]) => [
    ...new Set(events.filter(({ change }) => changes.includes(change)).map(({ findingId }) => findingId)),
  ];
  // A new one was stored with its time.
  await noteChange(records, ids('updated', 'unchanged', 'not_observed'), { changedAt: at });
  await noteChange(records, ids('reopened'), { changedAt: at, appearedAt: at });
  for (const leftAs of ['fixed', 'gone'] as const)
    await noteChange(records, ids(leftAs), { changedAt: at, leftAt: at, leftAs });
}

async function noteChange(
  records: OrganizationRecords,
  ids: readonly string[],
  to: Partial<Pick<FindingEntity, 'changedAt' | 'appearedAt' | 'leftAt' | 'leftAs'>>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT)
    await records.update(FindingEntity, { id: In(ids.slice(start, start + IDS_PER_STATEMENT)) }, to);
}
