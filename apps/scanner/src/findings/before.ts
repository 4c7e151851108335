import type { Finding } from '#rules/engine/finding.js';
import type { Inventory } from '#rules/engine/inventory.js';
import { BaselineEntity } from '../storage/entities/baseline.entity.js';
import { PolicyVersionEntity } from '../storage/entities/policy-version.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { loadFindings } from './finding-rows.js';
import type { OrganizationRecords } from './organization-records.js';

/** What was known before a scan, read in the same transaction that will store what it found. */
export interface Before {
  readonly known: readonly Finding[];
  /** Null on the first scan. */
  readonly previous: {
    readonly policyText: string;
    readonly rulesVersion: string;
    readonly inventory: Inventory;
    /** The baseline it was judged beside: the very object of `Before.baseline` while that has not changed. */
    readonly baseline: Inventory | null;
  } | null;
  /** The inventory a person approved last. */
  readonly baseline: Inventory | null;
}

export interface LoadedBefore extends Before {
  /** The scan that a person approved last. */
  readonly baselineScan: string | null;
}

export async function loadBefore(records: OrganizationRecords): Promise<LoadedBefore> {
  const approved = await latestBaseline(records);
  const baselineScan = approved?.scan ?? null;
  const baseline = await inventoryOf(records, baselineScan);
  const previous = await records.first(ScanEntity, { order: { sequence: 'DESC' } });
  return {
    known: await loadFindings(records),
    previous: previous && {
      policyText: await policyTextOf(records, previous.policyVersion),
      rulesVersion: previous.rulesVersion,
      inventory: previous.inventory,
      baseline: previous.baseline === baselineScan ? baseline : await inventoryOf(records, previous.baseline),
    },
    baseline,
    baselineScan,
  };
}

export async function latestBaseline(records: OrganizationRecords): Promise<BaselineEntity | null> {
  return records.first(BaselineEntity, { order: { sequence: 'DESC' } });
}

export async function policyTextOf(records: OrganizationRecords, version: string): Promise<string> {
  const policy = await records.first(PolicyVersionEntity, { where: { version } });
  return policy?.text ?? '';
}

export async function inventoryOf(
  records: OrganizationRecords,
  scan: string | null,
): Promise<Inventory | null> {
  if (scan === null) return null;
  const row = await records.first(ScanEntity, { where: { id: scan } });
  return row?.inventory ?? null;
}
