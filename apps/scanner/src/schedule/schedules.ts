import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { CLOCK, type Clock } from '../clock.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { Policies } from '../policies/policies.js';
import { SCAN_QUEUE, type ScanQueue } from '../queue/scan-queue.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { ScheduleEntity } from '../storage/entities/schedule.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { nextDue, type Recurrence } from './recurrence.js';

/** When an organization is scanned without anybody asking. Instants are UTC, ISO 8601. */
export interface Schedule extends Recurrence {
  readonly pausedAt: string | null;
  /** Null while it is paused. */
  readonly nextDueAt: string | null;
  readonly lastDueAt: string | null;
}

export type ScheduleToSet = Omit<Recurrence, 'timeZone'> & { readonly paused: boolean };

/** What an organization without a policy is reckoned in. */
const NO_TIME_ZONE = 'UTC';

/** The schedules of all organizations, one each. Due times are rows: what was due while nothing ran is seen afterwards. */
@Injectable()
export class Schedules {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SCAN_QUEUE) private readonly queue: ScanQueue,
    @Inject(Policies) private readonly policies: Pick<Policies, 'current'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null: it is scanned only when somebody asks. */
  async find(organization: string): Promise<Schedule | null> {
    return scheduleIn(this.dataSource.manager, organization);
  }

  /** Sets it, in place of what was there. `beside`: runs in the same transaction. */
  async set(
    organization: string,
    { paused, ...when }: ScheduleToSet,
    beside?: (manager: EntityManager) => Promise<void>,
  ): Promise<Schedule> {
    const timeZone = await this.timeZoneOf(organization);
    return inTransaction(this.dataSource, async (manager) => {
      const before = await scheduleIn(manager, organization);
      const schedule: Schedule = {
        ...when,
        timeZone,
        pausedAt: paused ? (before?.pausedAt ?? this.clock().toISOString()) : null,
        nextDueAt: paused ? null : await this.nextDueAt(manager, organization, { ...when, timeZone }),
        lastDueAt: before?.lastDueAt ?? null,
      };
      const records = new OrganizationRecords(manager, organization);
      await records.insert(ScheduleEntity, [schedule], 'overwrite');
      await beside?.(manager);
      return schedule;
    });
  }

  /** From now on it is scanned only when somebody asks. False: it was so already. */
  async remove(organization: string, beside?: (manager: EntityManager) => Promise<void>): Promise<boolean> {
    return inTransaction(this.dataSource, async (manager) => {
      if ((await scheduleIn(manager, organization)) === null) return false;
      await new OrganizationRecords(manager, organization).delete(ScheduleEntity, {});
      await beside?.(manager);
      return true;
    });
  }

  /** Asks for every scan that is due, once each, however often it was missed; gives how many. */
  async askForDue(): Promise<number> {
    const now = this.clock().toISOString();
    const due = await this.dataSource.manager.findBy(ScheduleEntity, { nextDueAt: LessThanOrEqual(now) });
    for (const { organization } of due) await this.askFor(organization, now);
    return due.length;
  }

  /**
   * Reckons anew where that gives another time: the policy names another time zone than before, or the clock was wrong
   * when it was reckoned (small computers start in another year until they have asked for the time).
   */
  async reckonAnew(): Promise<void> {
    const schedules = await this.dataSource.manager.findBy(ScheduleEntity, { nextDueAt: Not(IsNull()) });
    for (const { organization } of schedules) {
      const timeZone = await this.timeZoneOf(organization);
      await inTransaction(this.dataSource, async (manager) => this.reckonIn(manager, organization, timeZone));
    }
  }

  /** The wish and the next time are one: a service that is killed in between has done both, or neither. */
  private async askFor(organization: string, now: string): Promise<void> {
    const timeZone = await this.timeZoneOf(organization);
    await inTransaction(this.dataSource, async (manager) => {
      const schedule = await scheduleIn(manager, organization);
      if (schedule === null || schedule.nextDueAt === null || schedule.nextDueAt > now) return;
      await this.queue.enqueue({ organization, cause: 'schedule', askedBy: null }, manager);
      const nextDueAt = await this.nextDueAt(manager, organization, { ...schedule, timeZone });
      const records = new OrganizationRecords(manager, organization);
      await records.update(ScheduleEntity, {}, { lastDueAt: schedule.nextDueAt, nextDueAt, timeZone });
    });
  }

  private async reckonIn(manager: EntityManager, organization: string, timeZone: string): Promise<void> {
    const schedule = await scheduleIn(manager, organization);
    if (schedule === null || schedule.nextDueAt === null) return;
    // What is due already is asked for first.
    if (schedule.nextDueAt <= this.clock().toISOString()) return;
    const nextDueAt = await this.nextDueAt(manager, organization, { ...schedule, timeZone });
    if (nextDueAt === schedule.nextDueAt && timeZone === schedule.timeZone) return;
    const records = new OrganizationRecords(manager, organization);
    await records.update(ScheduleEntity, {}, { timeZone, nextDueAt });
  }

  private async nextDueAt(manager: EntityManager, name: string, recurrence: Recurrence): Promise<string> {
    const organization = await manager.findOneBy(OrganizationEntity, { name });
    const due = nextDue(recurrence, organization?.id ?? name, this.clock().getTime());
    return new Date(due).toISOString();
  }

  private async timeZoneOf(organization: string): Promise<string> {
    const current = await this.policies.current(organization);
    const parsed = current === null ? null : parsePolicy(current.text, 'policy.yaml');
    return parsed !== null && 'policy' in parsed ? parsed.policy.timeZone : NO_TIME_ZONE;
  }
}

async function scheduleIn(manager: EntityManager, name: string): Promise<Schedule | null> {
  const row = await new OrganizationRecords(manager, name).first(ScheduleEntity, {});
  if (row === null) return null;
  const { organization: _organization, ...schedule } = row;
  return schedule;
}
