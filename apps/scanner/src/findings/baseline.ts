import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import type { Inventory } from '#rules/engine/inventory.js';
import { type AuditActor, AuditLog } from '../audit/audit-log.js';
import { CLOCK, type Clock } from '../clock.js';
import { BaselineEntity } from '../storage/entities/baseline.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { inventoryOf, latestBaseline } from './before.js';
import { movedSince } from './moved-since.js';
import { OrganizationRecords } from './organization-records.js';

export interface ApprovedScan {
  readonly scan: string;
  readonly asOf: string;
  readonly approvedBy: string;
  readonly approvedOn: string;
  /** Ids of findings there now and not then, and the other way round. */
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
}

/** The approved scan of an organization. */
@Injectable()
export class Baseline {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null before the first approval. */
  async approved(organization: string): Promise<ApprovedScan | null> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    const baseline = await latestBaseline(records);
    const scan = baseline && (await records.first(ScanEntity, { where: { id: baseline.scan } }));
    if (!scan) return null;
    const { appeared, vanished } = await movedSince(records, scan);
    return {
      scan: scan.id,
      asOf: scan.asOf,
      approvedBy: baseline.approvedBy,
      approvedOn: baseline.approvedOn,
      appeared,
      vanished,
    };
  }

  /** What the approved scan found, against which something is new; null before the first approval. */
  async inventory(organization: string): Promise<Inventory | null> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    const baseline = await latestBaseline(records);
    return inventoryOf(records, baseline?.scan ?? null);
  }

  /**
   * Approves the latest scan, if it is the one that was looked at.
   * @throws UserActionError if there is none, or another came since
   */
  async approve(asked: {
    readonly organization: string;
    readonly scan: string;
    readonly by: AuditActor;
    readonly on: string;
  }): Promise<void> {
    const { organization, scan, by, on } = asked;
    await inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const latest = await records.first(ScanEntity, { order: { sequence: 'DESC' } });
      if (latest?.id !== scan) {
        throw new UserActionError({
          message: 'That is not the latest scan.',
          step: 'Look at what the latest scan found, then approve that one.',
        });
      }
      const approvedAt = this.clock().toISOString();
      await records.insert(BaselineEntity, [{ scan, approvedBy: by.name, approvedOn: on, approvedAt }]);
      await this.auditLog.record(manager, {
        organization,
        actor: by,
        action: 'baseline.approved',
        target: scan,
      });
    });
  }
}
