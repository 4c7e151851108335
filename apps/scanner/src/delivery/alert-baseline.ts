import type { OrganizationRecords } from '../findings/organization-records.js';
import { ReportEntity } from '../storage/entities/report.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';

/** The channel of `reports` on which alerts are remembered (law 7). */
export const ALERT_CHANNEL = 'alert';

/** What the latest scan knows is no news for an alert any more. Before the first scan there is nothing to remember. */
export async function tellFromNowOn(records: OrganizationRecords, now: Date): Promise<void> {
  const scan = await records.first(ScanEntity, {
    select: { id: true, lastEvent: true, organization: true, sequence: true },
    order: { sequence: 'DESC' },
  });
  if (scan === null) return;
  const { id, lastEvent } = scan;
  const told = { channel: ALERT_CHANNEL, scan: id, at: now.toISOString(), lastEvent };
  await records.insert(ReportEntity, [told], 'keep');
}
