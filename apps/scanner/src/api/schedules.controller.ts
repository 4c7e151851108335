import { Body, Controller, Delete, Get, Inject, Put } from '@nestjs/common';
import { z } from 'zod';
import { AuditLog } from '../audit/audit-log.js';
import type { AccessedOrganization } from '../people/caller.js';
import { everyNames } from '../schedule/recurrence.js';
import { type Schedule, Schedules } from '../schedule/schedules.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { notFound } from './problem.js';

const at = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
  .meta({
    description: 'Local time, HH:MM; scans come up to 20 minutes later, and hourly ones once in each hour',
  });
const day = z.int().min(1).max(31).meta({
  description: 'Of a week 1 (Monday) to 7; of a month, or a quarter’s first month, 1 to 31 or its last day',
});

const ScheduleToSet = z
  .strictObject({
    every: z.enum(everyNames),
    at: at.default('06:00'),
    day: day.default(1),
    paused: z.boolean().default(false),
  })
  .refine(({ every, day: chosen }) => every !== 'week' || chosen <= 7, {
    path: ['day'],
    message: 'A week has the days 1 (Monday) to 7 (Sunday).',
  });

const ScheduleShown = z
  .object({
    every: z.enum(everyNames),
    at,
    day,
    time_zone: z.string().meta({ description: 'As the policy says' }),
    paused: z.boolean(),
    next_due_at: z.string().nullable(),
    last_due_at: z.string().nullable(),
  })
  .meta({ id: 'Schedule' });

/** When an organization is scanned without anybody asking. */
@Controller('api/v1/organizations/:organization/schedule')
export class SchedulesController {
  constructor(
    @Inject(Schedules) private readonly schedules: Schedules,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
  ) {}

  @Get()
  @Needs('viewer')
  @Answers('The schedule', ScheduleShown)
  async getSchedule(@InOrganization() { organization }: AccessedOrganization) {
    const schedule = await this.schedules.find(organization);
    if (schedule === null) throw notFound();
    return shown(schedule);
  }

  @Put()
  @Needs('admin')
  @Answers('The schedule as it is now', ScheduleShown)
  async setSchedule(
    @InOrganization() { organization, caller: actor }: AccessedOrganization,
    @Body({ schema: ScheduleToSet }) body: z.output<typeof ScheduleToSet>,
  ) {
    const details = { every: body.every, at: body.at, day: body.day, paused: body.paused };
    const schedule = await this.schedules.set(organization, body, (manager) =>
      this.auditLog.record(manager, {
        organization,
        actor,
        action: 'schedule.set',
        target: body.every,
        details,
      }),
    );
    return shown(schedule);
  }

  @Delete()
  @Needs('admin')
  @Answers('It is scanned only when somebody asks', null)
  async removeSchedule(@InOrganization() { organization, caller: actor }: AccessedOrganization) {
    const wasThere = await this.schedules.remove(organization, (manager) =>
      this.auditLog.record(manager, { organization, actor, action: 'schedule.removed', target: 'schedule' }),
    );
    if (!wasThere) throw notFound();
  }
}

function shown({ every, at: time, day: chosen, timeZone, pausedAt, nextDueAt, lastDueAt }: Schedule) {
  return {
    every,
    at: time,
    day: chosen,
    time_zone: timeZone,
    paused: pausedAt !== null,
    next_due_at: nextDueAt,
    last_due_at: lastDueAt,
  };
}
