import { Temporal } from 'temporal-polyfill';
import { IsNull, LessThan } from 'typeorm';
import type { Comparison } from '#rules/engine/compare.js';
import type { Finding } from '#rules/engine/finding.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import type { OrganizationRecords } from './organization-records.js';

/** Staff are kept so long after they were last seen (law 1). */
const KEPT = { months: 13 };

/**
 * Deletes what is known of staff who were last seen more than 13 months ago: the people in the inventories of older
 * scans, and findings that name people and are not present any more, with their history.
 */
export async function forgetStaff(
  records: OrganizationRecords,
  scan: { readonly asOf: string; readonly finishedAt: string; readonly comparison: Comparison },
): Promise<void> {
  const cutoff = cutoffOf(scan);
  const old = await records.some(ScanEntity, {
    where: { asOf: LessThan(cutoff), staffForgottenAt: IsNull() },
  });
  for (const { id, inventory } of old) {
    const systems = inventory.systems.map((system) => ({ ...system, people: [] }));
    await records.update(
      ScanEntity,
      { id },
      { inventory: { ...inventory, systems }, staffForgottenAt: scan.finishedAt },
    );
  }
  // What this scan has to tell is told first; the next one deletes it.
  const told = new Set(scan.comparison.events.map(({ findingId }) => findingId));
  for (const finding of scan.comparison.findings) {
    if (isForgotten(finding, cutoff) && !told.has(finding.id))
      await records.delete(FindingEntity, { id: finding.id });
  }
}

/** Counted from the earlier of the scan's day and the clock, so that a scan "as of" a far day deletes nothing early. */
function cutoffOf({ asOf, finishedAt }: { readonly asOf: string; readonly finishedAt: string }): string {
  const clock = finishedAt.slice(0, 10);
  return Temporal.PlainDate.from(asOf < clock ? asOf : clock)
    .subtract(KEPT)
    .toString();
}

function isForgotten(finding: Finding, cutoff: string): boolean {
  const namesPeople = finding.objectType === 'person' || finding.rule === 'program.training';
  return namesPeople && finding.observation !== 'present' && finding.lastSeen < cutoff;
}
