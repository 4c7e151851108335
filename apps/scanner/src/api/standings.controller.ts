import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { healthOfSystems } from '#reports/model/system-health.js';
import { Overview } from '../findings/overview.js';
import type { Caller } from '../people/caller.js';
import { type OwnOrganization, Organizations } from '../people/organizations.js';
import { PolicyToday } from '../policies/policy-today.js';
import { Schedules } from '../schedule/schedules.js';
import { CalledBy, SignedIn } from './access.js';
import { Answers } from './answers.js';
import { OrganizationShown } from './people-shapes.js';

const Standing = OrganizationShown.extend({
  policy: z.boolean().meta({ description: 'False: nobody has written one yet' }),
  drift: z.object({ high: z.int(), medium: z.int(), low: z.int(), info: z.int() }),
  last_scan_at: z.string().nullable().meta({ description: 'Null: never; nothing can be said then' }),
  systems_not_read: z.int().nullable().meta({ description: 'Of the last scan: tools not read in full' }),
  untold: z.int().nullable().meta({ description: 'What the tools tell no program, so that nobody looked' }),
  next_scan_at: z.string().nullable().meta({ description: 'Null: scanned only when somebody asks' }),
}).meta({ id: 'Standing' });

/** How all organizations of a person stand, for who looks after several. */
@Controller('api/v1/standings')
export class StandingsController {
  constructor(
    @Inject(Organizations) private readonly organizations: Organizations,
    @Inject(Overview) private readonly overview: Overview,
    @Inject(PolicyToday) private readonly policyToday: PolicyToday,
    @Inject(Schedules) private readonly schedules: Schedules,
  ) {}

  @Get()
  @SignedIn()
  @Answers(
    'A line for each organization that the caller belongs to, by name',
    z.object({ items: z.array(Standing) }),
  )
  async listStandings(@CalledBy() { id }: Caller) {
    const items = [];
    // One after another: fifty at once would keep everybody else waiting.
    for (const organization of await this.organizations.of(id))
      items.push(await this.standingOf(organization));
    return { items };
  }

  private async standingOf(own: OwnOrganization) {
    const { id, name, role, isExample } = own;
    const drift = await this.overview.drift(name, await this.policyToday.today(name));
    const count = (severity: string) =>
      drift.filter((one) => one.severity === severity).reduce((sum, one) => sum + one.count, 0);
    const last = await this.overview.latestScan(name);
    const health = last && healthOfSystems(last.inventory);
    const schedule = await this.schedules.find(name);
    const isPlanned = schedule !== null && schedule.pausedAt === null;
    return {
      id,
      name,
      role,
      example: isExample,
      policy: (await this.policyToday.policy(name)) !== null,
      drift: { high: count('high'), medium: count('medium'), low: count('low'), info: count('info') },
      last_scan_at: last?.finishedAt ?? null,
      systems_not_read: health && health.filter(({ coverage }) => coverage !== 'read').length,
      untold: health && health.reduce((sum, { untold }) => sum + untold, 0),
      next_scan_at: isPlanned ? schedule.nextDueAt : null,
    };
  }
}
