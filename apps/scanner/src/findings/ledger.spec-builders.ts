import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { compare, type CompareInput } from '#rules/engine/compare.js';
import { compareInput, inventory } from '#rules/engine/engine.spec-builders.js';
import type { IdentifiedViolation } from '#rules/engine/identity.js';
import { openDataSource } from '../storage/data-source.js';
import type { ScanToCommit } from './commit-scan.js';
import { Ledger } from './ledger.js';

export const BAKERY = 'Sweet Crumb Bakery';

export const POLICY = `plumbline: 1
organization: ${BAKERY}
systems:
  crm: { connector: hubspot }
data: []
`;

/** A ledger on a database file of its own, in a folder that goes away with it. */
export interface TemporaryLedger {
  readonly folder: string;
  readonly dataSource: DataSource;
  readonly ledger: Ledger;
  close(): Promise<void>;
}

export async function temporaryLedger(): Promise<TemporaryLedger> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-ledger-'));
  const dataSource = await openDataSource(folder);
  return {
    folder,
    dataSource,
    ledger: new Ledger(dataSource),
    close: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await rm(folder, { recursive: true });
    },
  };
}

interface ScanOptions extends Partial<Omit<ScanToCommit, 'judge' | 'inventory'>> {
  readonly day?: string;
  readonly comparing?: Partial<CompareInput>;
}

/** A scan that finds just these, judged with the real comparison. */
export function scanFinding(
  violations: readonly IdentifiedViolation[],
  options: ScanOptions = {},
): ScanToCommit {
  const { day = '2026-11-23', comparing, ...rest } = options;
  const read = comparing?.inventory ?? inventory(undefined, day);
  const policyVersion = rest.policyVersion ?? 'policy-1';
  return {
    organization: BAKERY,
    policyText: POLICY,
    policyVersion,
    rulesVersion: 'rules-1',
    inventory: read,
    startedAt: `${day}T10:15:00.000Z`,
    finishedAt: `${day}T10:15:05.000Z`,
    judge: ({ known }) =>
      compare(compareInput(violations, { policyVersion, ...comparing, known, inventory: read })),
    ...rest,
  };
}
