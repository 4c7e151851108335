import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Comparison } from '#rules/engine/compare.js';
import type { Inventory } from '#rules/engine/inventory.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { PolicyVersionEntity } from '../storage/entities/policy-version.entity.js';
import { ScanSummaryEntity } from '../storage/entities/scan-summary.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { addEvents } from './add-events.js';
import { type Before, loadBefore } from './before.js';
import { endExceptions } from './ended-exceptions.js';
import { writeFindings } from './finding-rows.js';
import type { OrganizationRecords } from './organization-records.js';
import { summaryOf } from './scan-summary.js';
import { forgetStaff } from './staff-retention.js';

export interface ScanToCommit {
  readonly organization: string;
  readonly policyText: string;
  /** SHA-256 of the text. */
  readonly policyVersion: string;
  readonly rulesVersion: string;
  readonly inventory: Inventory;
  /** UTC instants, ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Pure: is called once, with what is known when the scan is stored. */
  readonly judge: (before: Before) => Comparison;
  /** Stored with the scan, or not at all. */
  readonly beside?: (manager: EntityManager, scanId: string) => Promise<void>;
}

export interface CommittedScan {
  readonly scanId: string;
  readonly comparison: Comparison;
}

/** Judges a scan beside what is known, and stores it. Needs a transaction around it. */
export async function commitScan(records: OrganizationRecords, scan: ScanToCommit): Promise<CommittedScan> {
  const before = await loadBefore(records);
  const comparison = endExceptions(scan.judge(before), scan.inventory.asOf);
  const scanId = newScanId(scan.startedAt);
  const { policyVersion: version, policyText: text, startedAt: firstUsedAt } = scan;
  await records.insert(PolicyVersionEntity, [{ version, text, firstUsedAt }], 'keep');
  await records.insert(ScanEntity, [
    {
      id: scanId,
      asOf: scan.inventory.asOf,
      startedAt: scan.startedAt,
      finishedAt: scan.finishedAt,
      policyVersion: scan.policyVersion,
      rulesVersion: scan.rulesVersion,
      inventory: scan.inventory,
      baseline: before.baselineScan,
      lastEvent: 0,
      staffForgottenAt: null,
    },
  ]);
  await writeFindings(records, before.known, comparison.findings, scan.finishedAt);
  await addEvents(records, comparison.events, { scan: scanId, at: scan.finishedAt });
  await records.update(ScanEntity, { id: scanId }, { lastEvent: await lastEventOf(records) });
  await records.insert(ScanSummaryEntity, [
    { scan: scanId, finishedAt: scan.finishedAt, ...summaryOf(comparison, scan.inventory) },
  ]);
  await forgetStaff(records, { asOf: scan.inventory.asOf, finishedAt: scan.finishedAt, comparison });
  return { scanId, comparison };
}

async function lastEventOf(records: OrganizationRecords): Promise<number> {
  const last = await records.first(FindingEventEntity, {
    select: { sequence: true },
    order: { sequence: 'DESC' },
  });
  return last?.sequence ?? 0;
}

/** `20261123T101500Z-3f9a1c7b`: when it started, and enough to tell two of one second apart. */
function newScanId(startedAt: string): string {
  const start = startedAt.replace(/\.\d+(?=Z$)/u, '').replace(/[-:]/gu, '');
  return `${start}-${randomBytes(4).toString('hex')}`;
}
