import { Temporal } from 'temporal-polyfill';
import type { Inventory } from '#rules/engine/inventory.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { latestBaseline } from './before.js';
import type { OrganizationRecords } from './organization-records.js';

/** As long as an emptied one is, and no longer: `{"asOf":"2026-11-23","systems":[]}`. */
const EMPTY_CHARACTERS = 40;

/**
 * Empties the inventories of scans that ended more than so many months ago. The scan itself stays, for the history that
 * names it; so do the inventories of the latest scan and of the approved one, which the next scan is compared with.
 * Gives how many it emptied. Needs a transaction around it.
 */
export async function forgetInventories(
  records: OrganizationRecords,
  { months, now }: { readonly months: number; readonly now: Date },
): Promise<number> {
  const cutoff = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('UTC')
    .subtract({ months })
    .toInstant()
    .toString();
  const baseline = await latestBaseline(records);
  const latest = await records.first(ScanEntity, { select: { id: true }, order: { sequence: 'DESC' } });
  const kept = new Set([baseline?.scan, latest?.id]);
  const old = await records
    .query(ScanEntity, 'scan')
    .select(['scan.id', 'scan.asOf'])
    .andWhere('scan.finishedAt < :cutoff AND LENGTH(scan.inventory) > :empty', {
      cutoff,
      empty: EMPTY_CHARACTERS,
    })
    .getRawMany<{ readonly scan_id: string; readonly scan_as_of: string }>();
  const forgotten = old.filter(({ scan_id: id }) => !kept.has(id));
  for (const { scan_id: id, scan_as_of: asOf } of forgotten) {
    const inventory: Inventory = { asOf, systems: [] };
    await records.update(ScanEntity, { id }, { inventory });
  }
  return forgotten.length;
}
