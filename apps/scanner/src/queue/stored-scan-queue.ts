import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import { BugError } from '#connectors/contract/error.js';
import { CLOCK, type Clock } from '../clock.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { isKnownDead, type ProcessIdentity, thisProcess } from '../leases/process-identity.js';
import { ScanJobEntity } from '../storage/entities/scan-job.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import type { ClaimedJob, JobProblem } from './scan-job.js';
import type { JobOrder, JobPlace, ScanQueue, ScanWanted } from './scan-queue.js';
import { type ScanJob, shownJob } from './shown-job.js';

/** A job of which nothing was heard for so long has nobody any more. */
const SILENT_MS = 45_000;

/** Nobody puts a job back for longer. */
const LONGEST_PAUSE_MS = 3_600_000;

/** Jobs that ended are kept as long as a person may ask what happened a year ago. */
const KEPT_MS = 400 * 86_400_000;

/** By which it is told whether a process lives: never by the clock of simulated vendors, which begins anew with each. */
export interface QueueLife {
  readonly process: ProcessIdentity;
  readonly now: () => number;
}

/** The queue of one data directory, in its database. */
@Injectable()
export class StoredScanQueue implements ScanQueue {
  private life: QueueLife = { process: thisProcess, now: Date.now };

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As another process would have it, for tests. */
  static as(life: QueueLife, dataSource: DataSource, clock: Clock): StoredScanQueue {
    const queue = new StoredScanQueue(dataSource, clock);
    queue.life = life;
    return queue;
  }

  async enqueue(wanted: ScanWanted, within?: EntityManager): Promise<ScanJob> {
    if (within) return this.enqueueIn(within, wanted);
    return this.write((manager) => this.enqueueIn(manager, wanted));
  }

  async cancel(organization: string, id: string): Promise<ScanJob | null> {
    return this.write(async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const job = await records.first(ScanJobEntity, { where: { id } });
      if (job === null) return null;
      const now = this.now();
      if (job.state === 'waiting')
        await records.update(ScanJobEntity, { id }, { state: 'cancelled', finishedAt: now });
      if (job.state === 'running')
        await records.update(ScanJobEntity, { id }, { cancelAskedAt: job.cancelAskedAt ?? now });
      return this.found(records, id);
    });
  }

  async claim(): Promise<ClaimedJob | null> {
    return this.write(async (manager) => {
      const running = await manager.findBy(ScanJobEntity, { state: 'running' });
      const busy = new Set(running.map(({ organization }) => organization));
      const waiting = await manager.find(ScanJobEntity, {
        where: { state: 'waiting' },
        order: { askedAt: 'ASC', id: 'ASC' },
      });
      const now = this.now();
      // A pause that is longer than any is one of before the clock was set back.
      const noPause = this.later(LONGEST_PAUSE_MS);
      const next = waiting.find(
        ({ notBefore, organization }) => (notBefore <= now || notBefore > noPause) && !busy.has(organization),
      );
      if (next === undefined) return null;
      const { organization, id } = next;
      const claim = randomUUID();
      const attempt = next.attempt + 1;
      await new OrganizationRecords(manager, organization).update(
        ScanJobEntity,
        { id },
        { state: 'running', claim, attempt, startedAt: now, ...this.pulse() },
      );
      return { organization, id, claim, attempt };
    });
  }

  async claimed(id: string, claim: string): Promise<ClaimedJob | null> {
    const row = await this.dataSource.manager.findOneBy(ScanJobEntity, { id, claim, state: 'running' });
    return row === null ? null : { organization: row.organization, id, claim, attempt: row.attempt };
  }

  async beat(job: ClaimedJob): Promise<JobOrder> {
    return this.write(async (manager) => {
      const row = await heldRow(manager, job);
      if (row === null) return 'lost';
      await update(manager, job, this.pulse());
      return row.cancelAskedAt === null ? 'go on' : 'stop';
    });
  }

  async finish(manager: EntityManager, job: ClaimedJob, scan: string): Promise<void> {
    if ((await heldRow(manager, job)) === null) {
      throw new BugError({ message: 'A scan was not stored because somebody else makes it.' });
    }
    await update(manager, job, { ...this.ended(), state: 'done', scan, problem: null });
  }

  async fail(job: ClaimedJob, problem: JobProblem): Promise<void> {
    await this.change(job, { ...this.ended(), state: 'failed', problem });
  }

  async stopped(job: ClaimedJob): Promise<void> {
    await this.change(job, { ...this.ended(), state: 'cancelled' });
  }

  async putBack(job: ClaimedJob, { afterMs, blameless }: Parameters<ScanQueue['putBack']>[1]): Promise<void> {
    const attempt = blameless ? job.attempt - 1 : job.attempt;
    await this.write(async (manager) => {
      const row = await heldRow(manager, job);
      if (row !== null) await update(manager, job, this.letGo(row, attempt, afterMs));
    });
  }

  async recover(mine: ReadonlySet<string>): Promise<number> {
    // Looking needs no lock, and mostly there is nothing to do.
    if ((await this.abandoned(this.dataSource.manager, mine)).length === 0) return 0;
    return this.write(async (manager) => {
      const jobs = await this.abandoned(manager, mine);
      for (const job of jobs) {
        const records = new OrganizationRecords(manager, job.organization);
        await records.update(ScanJobEntity, { id: job.id }, this.letGo(job, job.attempt - 1, 0));
      }
      return jobs.length;
    });
  }

  async find(organization: string, id: string): Promise<ScanJob | null> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    const row = await records.first(ScanJobEntity, { where: { id } });
    return row === null ? null : shownJob(row);
  }

  async list(organization: string, limit: number, after?: JobPlace): Promise<readonly ScanJob[]> {
    const query = new OrganizationRecords(this.dataSource.manager, organization).query(ScanJobEntity, 'job');
    if (after !== undefined) {
      query.andWhere('(job.askedAt < :askedAt OR (job.askedAt = :askedAt AND job.id < :id))', { ...after });
    }
    const rows = await query
      .orderBy('job.askedAt', 'DESC')
      .addOrderBy('job.id', 'DESC')
      .take(limit)
      .getMany();
    return rows.map(shownJob);
  }

  private async enqueueIn(
    manager: EntityManager,
    { organization, cause, askedBy }: ScanWanted,
  ): Promise<ScanJob> {
    const records = new OrganizationRecords(manager, organization);
    const waiting = await records.first(ScanJobEntity, { where: { state: 'waiting' } });
    if (waiting !== null) return shownJob(waiting);
    const id = randomUUID();
    const askedAt = this.now();
    await records.insert(ScanJobEntity, [
      { ...NEW, id, cause, askedBy, state: 'waiting', askedAt, notBefore: askedAt, attempt: 0 },
    ]);
    await records.delete(ScanJobEntity, { finishedAt: LessThan(this.later(-KEPT_MS)) });
    return this.found(records, id);
  }

  private async abandoned(
    manager: EntityManager,
    mine: ReadonlySet<string>,
  ): Promise<readonly ScanJobEntity[]> {
    const running = await manager.findBy(ScanJobEntity, { state: 'running' });
    const now = this.life.now();
    return running.filter(({ claim, runsIn, heartbeatAt }) => {
      if (claim !== null && mine.has(claim)) return false;
      if (runsIn === null || heartbeatAt === null) return true;
      // Heard in the future: the clock was set back since.
      const isSilent = Math.abs(now - Date.parse(heartbeatAt)) > SILENT_MS;
      return isSilent || isKnownDead(runsIn, this.life.process);
    });
  }

  private async found(records: OrganizationRecords, id: string): Promise<ScanJob> {
    const row = await records.first(ScanJobEntity, { where: { id } });
    if (row === null) throw new BugError({ message: 'A job of the queue is gone.' });
    return shownJob(row);
  }

  private async change(job: ClaimedJob, change: Change): Promise<void> {
    await this.write((manager) => update(manager, job, change));
  }

  private pulse(): Change {
    return { runsIn: this.life.process, heartbeatAt: new Date(this.life.now()).toISOString() };
  }

  private ended(): Change {
    return { finishedAt: this.now(), claim: null, runsIn: null, heartbeatAt: null };
  }

  /** Waits again, unless somebody has cancelled it meanwhile. */
  private letGo({ cancelAskedAt }: ScanJobEntity, attempt: number, afterMs: number): Change {
    if (cancelAskedAt !== null) return { ...this.ended(), state: 'cancelled' };
    return {
      state: 'waiting',
      attempt: Math.max(0, attempt),
      notBefore: this.later(afterMs),
      claim: null,
      runsIn: null,
      heartbeatAt: null,
      startedAt: null,
    };
  }

  private now(): string {
    return this.later(0);
  }

  private later(ms: number): string {
    return new Date(this.clock().getTime() + ms).toISOString();
  }

  private write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, work);
  }
}

type Change = Partial<ScanJobEntity>;

const NEW = {
  startedAt: null,
  finishedAt: null,
  claim: null,
  runsIn: null,
  heartbeatAt: null,
  cancelAskedAt: null,
  scan: null,
  problem: null,
} as const;

async function heldRow(manager: EntityManager, job: ClaimedJob): Promise<ScanJobEntity | null> {
  const { id, claim } = job;
  const records = new OrganizationRecords(manager, job.organization);
  return records.first(ScanJobEntity, { where: { id, claim, state: 'running' } });
}

/** Changes a job that is still ours, and no other. */
async function update(manager: EntityManager, job: ClaimedJob, change: Change): Promise<void> {
  const { organization, id, claim } = job;
  const records = new OrganizationRecords(manager, organization);
  await records.update(ScanJobEntity, { id, claim, state: 'running' }, change);
}
