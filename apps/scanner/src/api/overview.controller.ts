import { Controller, Get, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { isAnythingRead } from '#reports/model/unread.js';
import { gapsOf } from '#reports/model/gaps.js';
import { healthOfSystems } from '#reports/model/system-health.js';
import type { DriftCounts } from '../findings/overview.js';
import { Overview } from '../findings/overview.js';
import type { AccessedOrganization } from '../people/caller.js';
import { PolicyToday } from '../policies/policy-today.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';

const counts = z.object({ high: z.int(), medium: z.int(), low: z.int(), info: z.int() });

const OverviewShown = z.object({
  today: z.string(),
  scan: z.object({ id: z.string(), as_of: z.string(), finished_at: z.string() }).nullable(),
  anything_read: z.boolean().meta({ description: 'False: nothing can be said, and nothing is fine' }),
  drift: counts.extend({
    not_observed: z.int().meta({ description: 'Of these, what the last scan could not look at' }),
  }),
  since: z.object({ day: z.string(), appeared: z.int(), fixed: z.int(), gone: z.int() }),
  gaps: z.array(z.object({ kind: z.string(), what: z.string(), steps: z.array(z.string()) })),
  systems: z.array(
    z.object({
      system: z.string(),
      connector: z.string(),
      account: z.string(),
      simulated: z.boolean(),
      coverage: z.enum(['read', 'partial', 'not read']),
      complete: z.int(),
      of: z.int(),
      drift: z.int(),
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
    return {
      today,
      scan: scan && { id: scan.id, as_of: scan.asOf, finished_at: scan.finishedAt },
      anything_read: scan !== null && isAnythingRead(scan.inventory),
      drift: { ...bySeverity(drift), not_observed: sum(drift, 'notObserved') },
      since: { day, ...(await this.overview.since(organization, instant)) },
      gaps: scan === null ? [] : gapsOf(scan.inventory).map((gap) => ({ ...gap, steps: [...gap.steps] })),
      systems: (scan === null ? [] : healthOfSystems(scan.inventory)).map((system) => ({
        ...system,
        drift: sum(
          drift.filter((one) => one.system === system.system),
          'count',
        ),
      })),
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
