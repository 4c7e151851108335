import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import { type AuditActor, AuditLog } from '../audit/audit-log.js';
import { Policies } from '../policies/policies.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { ScanRunner } from './scan-runner.js';
import { SCAN_QUEUE, type ScanQueue } from './scan-queue.js';
import type { ScanJob } from './shown-job.js';

/** Scans that people ask for, and take back. */
@Injectable()
export class AskedScans {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SCAN_QUEUE) private readonly queue: ScanQueue,
    @Inject(ScanRunner) private readonly runner: ScanRunner,
    @Inject(Policies) private readonly policies: Policies,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
  ) {}

  /** A scan as soon as it can be made; the one that waits already, if one does. @throws UserActionError without a policy */
  async ask(organization: string, actor: AuditActor): Promise<ScanJob> {
    if ((await this.policies.current(organization)) === null) {
      throw new UserActionError({
        message: 'There is no policy yet to compare your tools with.',
        step: 'Write one page on which data you keep where, under Policy, then scan.',
      });
    }
    const job = await inTransaction(this.dataSource, async (manager) => {
      const wanted = await this.queue.enqueue(
        { organization, cause: 'manual', askedBy: actor.name },
        manager,
      );
      await this.auditLog.record(manager, { organization, actor, action: 'scan.asked', target: wanted.id });
      return wanted;
    });
    this.runner.lookSoon();
    return job;
  }

  /** Null: there is no such job in the organization. */
  async cancel(organization: string, id: string, actor: AuditActor): Promise<ScanJob | null> {
    const job = await this.runner.cancel(organization, id);
    if (job === null) return null;
    await inTransaction(this.dataSource, async (manager) => {
      await this.auditLog.record(manager, { organization, actor, action: 'scan.cancelled', target: id });
    });
    return job;
  }
}
