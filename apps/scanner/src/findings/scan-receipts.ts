import type { DataSource } from 'typeorm';
import type { InventoryReceipt } from '#rules/engine/inventory.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { OrganizationRecords } from './organization-records.js';

/** What a scan says of each thing that it was to read in a system. */
export interface SystemReceipts {
  readonly system: string;
  readonly connector: string;
  readonly isSimulated: boolean;
  readonly receipts: readonly InventoryReceipt[];
}

/** Null: there is no such scan in the organization. */
export async function scanReceipts(
  { manager }: DataSource,
  organization: string,
  scan: string,
): Promise<readonly SystemReceipts[] | null> {
  const records = new OrganizationRecords(manager, organization);
  const row = await records.first(ScanEntity, { where: { id: scan } });
  if (row === null) return null;
  return row.inventory.systems.map(({ system, connector, simulated, receipts }) => ({
    system,
    connector,
    isSimulated: simulated === true,
    receipts,
  }));
}
