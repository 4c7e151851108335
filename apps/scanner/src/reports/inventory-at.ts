import { LessThanOrEqual } from 'typeorm';
import type { Inventory } from '#rules/engine/inventory.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';

/** The last scan that had ended at an instant; null before the first. */
export async function scanAt(records: OrganizationRecords, at: Date): Promise<ScanEntity | null> {
  return records.first(ScanEntity, {
    where: { finishedAt: LessThanOrEqual(at.toISOString()) },
    order: { sequence: 'DESC' },
  });
}

/** What was known at an instant; null before the first scan. */
export async function inventoryAt(records: OrganizationRecords, at: Date): Promise<Inventory | null> {
  return (await scanAt(records, at))?.inventory ?? null;
}
