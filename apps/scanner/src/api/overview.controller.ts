import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { isAnythingRead } from '#reports/model/unread.js';
import { gapsOf } from '#reports/model/gaps.js';
import { healthOfSystems } from '#reports/model/system-health.js';
import { toolTitle } from '#reports/model/tool-words.js';
import type { DriftCounts } from '../findings/overview.js';
import { Overview } from '../findings/overview.js';
import type { AccessedOrganization } from '../people/caller.js';
import { PolicyToday } from '../policies/policy-today.js';
import { SCAN_QUEUE, type ScanQueue } from '../queue/scan-queue.js';
import { Schedules } from '../schedule/schedules.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { SeverityName } from './finding-shapes.js';

/** Exceptions that end are told so many days before (law 5). */
const WARNED_DAYS = 7;

const counts = z.object({ high: z.int(), medium: z.int(), low: z.int(), info: z.int() });

const OverviewShown = z.object({
  today: z.string(),
  scan: z.object({ id: z.string(), as_of: z.string(), finished_at: z.string() }).nullable(),
  anything_read: z.boolean().meta({ description: 'False: nothing can be said, and nothing is fine' }),
  drift: counts.extend({
    not_observed: z.int().meta({ description: 'Of these, what the last scan could not look at' }),
  }),
  since: z.object({
    day: z.string(),
    scanned_before: z.boolean().meta({ description: 'False: the first scan is younger, so nothing is news' }),
    appeared: z.int(),
    fixed: z.int(),
    gone: z.int(),
  }),
  policy: z.boolean().meta({ description: 'False: nobody has written one yet' }),
  next_scan_at: z.string().nullable().meta({ description: 'Null: scanned only when somebody asks' }),
  scan_under_way: z.string().nullable().meta({ description: 'The id of the job that waits or runs' }),
  scan_failed: z
    .object({ job: z.string(), message: z.string(), step: z.string() })
    .nullable()
    .meta({ description: 'The latest scan that was asked for, if it failed: what is shown is older' }),
  duties: z.array(z.object({ finding: z.string(), title: z.string(), severity: SeverityName })),
  exceptions_ending: z
    .array(z.object({ finding: z.string(), title: z.string(), until: z.string() }))
    .meta({ description: 'Within a week' }),
  gaps: z.array(z.object({ kind: z.string(), what: z.string(), steps: z.array(z.string()) })),
  systems: z.array(
    z.object({
      system: z.string(),
      title: z.string().meta({ description: 'The tool, as its maker calls it' }),
      connector: z.string(),
      account: z.string(),
      simulated: z.boolean(),
      coverage: z.enum(['read', 'partial', 'not read']),
      complete: z.int(),
      of: z.int(),
      untold: z.int().meta({ description: 'What the tool tells no program, so that nobody looked at it' }),
      drift: z.int(),
      gravest: SeverityName.nullable(),
    }),
  ),
});

const Trend = z.object({
  items: z.array(
    counts.extend({
      scan: z.string(),
      as_of: z.string(),
      finished_at: z.string(),
      not_observed: z.int(),
      appeared: z.int(),
      fixed: z.int(),
      gone: z.int(),
      systems_not_read: z.int(),
    }),
  ),
});
const TrendAsked = z.object({ limit: z.coerce.number().int().min(1).max(500).default(60) });

/** How things stand, in a minute. */
@Controller('api/v1/organizations/:organization')
export class OverviewController {
  constructor(
    @Inject(Overview) private readonly overview: Overview,
    @Inject(PolicyToday) private readonly policyToday: PolicyToday,
    @Inject(Schedules) private readonly schedules: Schedules,
    @Inject(SCAN_QUEUE) private readonly queue: ScanQueue,
  ) {}

  @Get('overview')
  @Needs('viewer')
  @Answers('What differs today, what could not be read, and what changed since Monday', OverviewShown)
  async getOverview(@InOrganization() { organization }: AccessedOrganization) {
    const [policy, today] = [
      await this.policyToday.policy(organization),
      await this.policyToday.today(organization),
    ];
    const day = lastMonday(today);
    const instant = Temporal.PlainDate.from(day)
      .toZonedDateTime(policy?.timeZone ?? 'UTC')
      .toInstant()
      .toString();
    const drift = await this.overview.drift(organization, today);
    const scan = await this.overview.latestScan(organization);
    const last = Temporal.PlainDate.from(today).add({ days: WARNED_DAYS }).toString();
    const ending = await this.overview.exceptionsEnding(organization, { today, last });
    return {
      today,
      policy: policy !== null,
      next_scan_at: await this.nextScan(organization),
      ...(await this.latestJob(organization)),
      duties: (await this.overview.duties(organization, today)).map(({ id, title, severity }) => ({
        finding: id,
        title,
        severity,
      })),
      exceptions_ending: ending.map(({ id, title, until }) => ({ finding: id, title, until: until ?? last })),
      scan: scan && { id: scan.id, as_of: scan.asOf, finished_at: scan.finishedAt },
      anything_read: scan !== null && isAnythingRead(scan.inventory),
      drift: { ...bySeverity(drift), not_observed: sum(drift, 'notObserved') },
      since: {
        day,
        scanned_before: await this.overview.isScannedBefore(organization, instant),
        ...(await this.overview.since(organization, instant)),
      },
      gaps: scan === null ? [] : gapsOf(scan.inventory).map((gap) => ({ ...gap, steps: [...gap.steps] })),
      systems: (scan === null ? [] : healthOfSystems(scan.inventory)).map((system) => ({
        ...system,
        title: system.connector === 'exports' ? 'Files' : toolTitle(system.connector),
        ...driftOf(drift.filter((one) => one.system === system.system)),
      })),
    };
  }

  private async nextScan(organization: string): Promise<string | null> {
    const schedule = await this.schedules.find(organization);
    return schedule === null || schedule.pausedAt !== null ? null : schedule.nextDueAt;
  }

  private async latestJob(organization: string) {
    const [latest] = await this.queue.list(organization, 1);
    const isUnderWay = latest?.state === 'waiting' || latest?.state === 'running';
    const problem = latest?.state === 'failed' ? latest.problem : null;
    return {
      scan_under_way: isUnderWay ? latest.id : null,
      scan_failed:
        latest && problem ? { job: latest.id, message: problem.message, step: problem.step } : null,
    };
  }

  @Get('trend')
  @Needs('viewer')
  @Answers('The figures of the latest scans, oldest first', Trend)
  async getTrend(
    @InOrganization() { organization }: AccessedOrganization,
    @Query({ schema: TrendAsked }) { limit }: z.output<typeof TrendAsked>,
  ) {
    const rows = await this.overview.trend(organization, limit);
    return {
      items: rows.map(({ asOf, finishedAt, notObserved, systemsNotRead, ...figures }) => ({
        ...figures,
        as_of: asOf,
        finished_at: finishedAt,
        not_observed: notObserved,
        systems_not_read: systemsNotRead,
      })),
    };
  }
}

/** How many, and how grave the gravest of them is. */
function driftOf(drift: readonly DriftCounts[]) {
  const gravest = SeverityName.options.findLast((severity) => drift.some((one) => one.severity === severity));
  return { drift: sum(drift, 'count'), gravest: gravest ?? null };
}

function bySeverity(drift: readonly DriftCounts[]) {
  const of = (severity: string) =>
    sum(
      drift.filter((one) => one.severity === severity),
      'count',
    );
  return { high: of('high'), medium: of('medium'), low: of('low'), info: of('info') };
}

function sum(drift: readonly DriftCounts[], of: 'count' | 'notObserved'): number {
  return drift.reduce((total, one) => total + one[of], 0);
}

/** The Monday on or before a day: owners look once a week. */
function lastMonday(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}
