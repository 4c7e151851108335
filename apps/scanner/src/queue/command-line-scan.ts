import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { OrganizationRecords } from '../findings/organization-records.js';
import { ScanJobEntity } from '../storage/entities/scan-job.entity.js';

interface MadeScan {
  readonly scanId: string;
  /** UTC instants, ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** Lists a scan that the command line made among those that the queue made. Call in the transaction that stores it. */
export async function listCommandLineScan(
  manager: EntityManager,
  organization: string,
  { scanId, startedAt, finishedAt }: MadeScan,
): Promise<void> {
  await new OrganizationRecords(manager, organization).insert(ScanJobEntity, [
    {
      id: randomUUID(),
      cause: 'command line',
      askedBy: null,
      state: 'done',
      askedAt: startedAt,
      notBefore: startedAt,
      startedAt,
      finishedAt,
      attempt: 1,
      claim: null,
      runsIn: null,
      heartbeatAt: null,
      cancelAskedAt: null,
      scan: scanId,
      problem: null,
    },
  ]);
}
