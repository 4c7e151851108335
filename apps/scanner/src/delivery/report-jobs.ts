import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import type { Clock } from '../clock.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { ReportJobEntity } from '../storage/entities/report-job.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import type { MailKind, MailProblem } from './outgoing-mail.js';

const MINUTE_MS = 60_000;

/** How long after a failure a report is begun again. */
const PAUSES_MS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE_MS);

/** A report of which nothing was heard for so long is begun again: its service was killed, which is not its fault. */
const BEGIN_AGAIN_MS = MINUTE_MS;

/** No job waits longer: what lies further ahead is of before the clock was set back. */
const LONGEST_PAUSE_MS = 720 * MINUTE_MS;

const KEPT_MS = 400 * 86_400_000;

/** A report to compose. */
export interface ReportJob {
  readonly organization: string;
  readonly id: string;
  readonly kind: MailKind;
  readonly occasion: string;
}

const NOT_COMPOSED: MailProblem = {
  message: 'The report could not be written, each time it was tried.',
  step: 'Check that the computer has 400 MB of memory to spare; the log says how it ended.',
};

/** Asks for a report, once for each occasion. Needs a transaction around it. */
export async function addReportJob(
  records: OrganizationRecords,
  { kind, occasion }: Pick<ReportJob, 'kind' | 'occasion'>,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const row = { kind, occasion, id: randomUUID(), askedAt: at, notBefore: at };
  await records.insert(ReportJobEntity, [{ ...NEW, ...row }], 'keep');
  const long = new Date(now.getTime() - KEPT_MS).toISOString();
  await records.delete(ReportJobEntity, { askedAt: LessThan(long) });
}

/** Whether the job is still to be done; ends it. Needs the transaction that stores what came of it. */
export async function endReportJob(
  records: OrganizationRecords,
  { id }: Pick<ReportJob, 'id'>,
  { now, problem }: { readonly now: Date; readonly problem: MailProblem | null },
): Promise<boolean> {
  const job = await records.first(ReportJobEntity, { where: { id, state: 'waiting' } });
  if (job === null) return false;
  const change = { state: 'done', endedAt: now.toISOString(), problem } as const;
  await records.update(ReportJobEntity, { id }, change);
  return true;
}

/**
 * The reports that are to be composed. A job waits until what it is about is stored: whatever is killed in between is begun
 * again, and nothing is stored twice, because only the first to store it finds it waiting.
 */
export class ReportJobs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async find(id: string): Promise<ReportJob | null> {
    return this.dataSource.manager.findOneBy(ReportJobEntity, { id, state: 'waiting' });
  }

  /** The job that has waited longest, now to be begun; null: none is due. */
  async begin(): Promise<ReportJob | null> {
    if ((await this.nextDue(this.dataSource.manager)) === null) return null;
    return inTransaction(this.dataSource, async (manager) => {
      const job = await this.nextDue(manager);
      if (job === null) return null;
      const { organization, id, kind, occasion } = job;
      const records = new OrganizationRecords(manager, organization);
      await records.update(ReportJobEntity, { id }, { notBefore: this.later(BEGIN_AGAIN_MS) });
      return { organization, id, kind, occasion };
    });
  }

  /** Its process ended and stored nothing: it is begun again later, and at last no more. Gives whether it was so. */
  async notComposed({ organization, id }: Pick<ReportJob, 'organization' | 'id'>): Promise<boolean> {
    return inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const job = await records.first(ReportJobEntity, { where: { id, state: 'waiting' } });
      if (job === null) return false;
      const attempts = job.attempts + 1;
      const pause = PAUSES_MS[job.attempts];
      const change =
        pause === undefined
          ? ({ state: 'failed', endedAt: this.later(0), problem: NOT_COMPOSED, attempts } as const)
          : { attempts, notBefore: this.later(pause) };
      await records.update(ReportJobEntity, { id }, change);
      return true;
    });
  }

  private async nextDue(manager: EntityManager): Promise<ReportJobEntity | null> {
    const waiting = await manager.find(ReportJobEntity, {
      where: { state: 'waiting' },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
    const due = ({ notBefore }: ReportJobEntity) =>
      notBefore <= this.later(0) || notBefore > this.later(LONGEST_PAUSE_MS);
    return waiting.find(due) ?? null;
  }

  private later(ms: number): string {
    return new Date(this.clock().getTime() + ms).toISOString();
  }
}

const NEW = { state: 'waiting', attempts: 0, endedAt: null, problem: null } as const;
