import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { CLOCK, type Clock } from '../clock.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import type { Role } from '../people/role.js';
import { Policies } from '../policies/policies.js';
import { nextDue } from '../schedule/recurrence.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { ReportSettingsEntity } from '../storage/entities/report-settings.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { tellFromNowOn } from './alert-baseline.js';
import { addReportJob } from './report-jobs.js';
import { weekNameOf } from './week-name.js';

/** What a person can set. Instants are UTC, ISO 8601. */
export interface ReportSettingsToSet {
  readonly weekly: 'on' | 'off';
  /** 1 (Monday) to 7. */
  readonly day: number;
  /** HH:MM in the time zone of the policy. */
  readonly at: string;
  readonly pausedUntil: string | null;
  readonly alerts: 'on' | 'off';
  readonly roles: readonly Role[];
  /** Normalized. */
  readonly addresses: readonly string[];
}

export type ReportSettingsRow = Omit<ReportSettingsEntity, 'organization'>;

/** Monday morning, before the week has begun; whoever runs the place gets it. */
const USUAL: ReportSettingsToSet = {
  weekly: 'on',
  day: 1,
  at: '07:00',
  pausedUntil: null,
  alerts: 'on',
  roles: ['owner', 'admin'],
  addresses: [],
};

const SILENT: ReportSettingsToSet = { ...USUAL, weekly: 'off', alerts: 'off' };

/** What an organization without a policy is reckoned in (E36). */
const NO_TIME_ZONE = 'UTC';

/** The report settings of all organizations. Due times are rows: what was due while nothing ran is seen afterwards. */
@Injectable()
export class ReportSettings {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Policies) private readonly policies: Pick<Policies, 'current'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The usual ones where nobody has set any. */
  async of(organization: string): Promise<ReportSettingsRow> {
    const row = await rowIn(this.dataSource.manager, organization);
    if (row !== null) return row;
    const timeZone = await this.timeZoneOf(organization);
    return inTransaction(this.dataSource, async (manager) => this.ensureIn(manager, organization, timeZone));
  }

  /** Sets them all. `beside`: runs in the same transaction. */
  async set(
    organization: string,
    wanted: ReportSettingsToSet,
    beside?: (manager: EntityManager) => Promise<void>,
  ): Promise<ReportSettingsRow> {
    const timeZone = await this.timeZoneOf(organization);
    return inTransaction(this.dataSource, async (manager) => {
      const before = await this.ensureIn(manager, organization, timeZone);
      const nextDueAt = await this.nextDueAt(manager, organization, { ...wanted, timeZone });
      const settings = { ...before, ...wanted, timeZone, nextDueAt };
      const records = new OrganizationRecords(manager, organization);
      await records.insert(ReportSettingsEntity, [settings], 'overwrite');
      if (before.alerts === 'off' && wanted.alerts === 'on') await tellFromNowOn(records, this.clock());
      await beside?.(manager);
      return settings;
    });
  }

  /** Gives every organization its settings, so that what is usual falls due too. */
  async ensureAll(): Promise<void> {
    const { manager } = this.dataSource;
    const known = new Set((await manager.find(ReportSettingsEntity)).map(({ organization }) => organization));
    for (const { name } of await manager.find(OrganizationEntity)) if (!known.has(name)) await this.of(name);
  }

  /** Asks for every weekly mail that is due, one each, however often it was missed; gives how many. */
  async askForDue(): Promise<number> {
    const now = this.clock().toISOString();
    const due = await this.dataSource.manager.findBy(ReportSettingsEntity, {
      nextDueAt: LessThanOrEqual(now),
    });
    for (const { organization } of due) await this.askFor(organization);
    return due.length;
  }

  /**
   * Reckons anew where that gives another time: the policy names another time zone than before, or the clock was wrong
   * when it was reckoned.
   */
  async reckonAnew(): Promise<void> {
    const rows = await this.dataSource.manager.findBy(ReportSettingsEntity, { nextDueAt: Not(IsNull()) });
    for (const { organization } of rows) {
      const timeZone = await this.timeZoneOf(organization);
      await inTransaction(this.dataSource, async (manager) => this.reckonIn(manager, organization, timeZone));
    }
  }

  /** The wish and the next time are one: a service that is killed in between has done both, or neither. */
  private async askFor(organization: string): Promise<void> {
    const timeZone = await this.timeZoneOf(organization);
    const now = this.clock();
    await inTransaction(this.dataSource, async (manager) => {
      const settings = await rowIn(manager, organization);
      if (settings === null || settings.nextDueAt === null || settings.nextDueAt > now.toISOString()) return;
      const occasion = weekNameOf(new Date(settings.nextDueAt), now, timeZone);
      const records = new OrganizationRecords(manager, organization);
      await addReportJob(records, { kind: 'weekly', occasion }, now);
      const nextDueAt = await this.nextDueAt(manager, organization, { ...settings, timeZone });
      await records.update(ReportSettingsEntity, {}, { lastDueAt: settings.nextDueAt, nextDueAt, timeZone });
    });
  }

  private async reckonIn(manager: EntityManager, organization: string, timeZone: string): Promise<void> {
    const settings = await rowIn(manager, organization);
    if (settings === null || settings.nextDueAt === null) return;
    // What is due already is asked for first.
    if (settings.nextDueAt <= this.clock().toISOString()) return;
    const nextDueAt = await this.nextDueAt(manager, organization, { ...settings, timeZone });
    if (nextDueAt === settings.nextDueAt && timeZone === settings.timeZone) return;
    const records = new OrganizationRecords(manager, organization);
    await records.update(ReportSettingsEntity, {}, { timeZone, nextDueAt });
  }

  private async ensureIn(
    manager: EntityManager,
    organization: string,
    timeZone: string,
  ): Promise<ReportSettingsRow> {
    const there = await rowIn(manager, organization);
    if (there !== null) return there;
    const row = await manager.findOneBy(OrganizationEntity, { name: organization });
    // Nobody wants mail about an invented business.
    const usual = typeof row?.exampleDay === 'string' ? SILENT : USUAL;
    const nextDueAt = await this.nextDueAt(manager, organization, { ...usual, timeZone });
    const settings: ReportSettingsRow = {
      ...usual,
      timeZone,
      nextDueAt,
      lastDueAt: null,
      alertedAt: null,
      alertedScan: null,
    };
    await new OrganizationRecords(manager, organization).insert(ReportSettingsEntity, [settings]);
    return settings;
  }

  private async nextDueAt(
    manager: EntityManager,
    name: string,
    { weekly, day, at, pausedUntil, timeZone }: ReportSettingsToSet & { readonly timeZone: string },
  ): Promise<string | null> {
    if (weekly === 'off') return null;
    const organization = await manager.findOneBy(OrganizationEntity, { name });
    const from = Math.max(this.clock().getTime(), pausedUntil === null ? 0 : Date.parse(pausedUntil));
    const due = nextDue({ every: 'week', day, at, timeZone }, organization?.id ?? name, from);
    return new Date(due).toISOString();
  }

  private async timeZoneOf(organization: string): Promise<string> {
    const current = await this.policies.current(organization);
    const parsed = current === null ? null : parsePolicy(current.text, 'policy.yaml');
    return parsed !== null && 'policy' in parsed ? parsed.policy.timeZone : NO_TIME_ZONE;
  }
}

async function rowIn(manager: EntityManager, name: string): Promise<ReportSettingsRow | null> {
  const row = await new OrganizationRecords(manager, name).first(ReportSettingsEntity, {});
  if (row === null) return null;
  const { organization: _organization, ...settings } = row;
  return settings;
}
