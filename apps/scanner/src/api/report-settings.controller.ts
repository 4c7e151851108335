import { Body, Controller, Delete, Get, Inject, Param, Put } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AuditLog } from '../audit/audit-log.js';
import { MAIL_MEANS, type MailMeans } from '../delivery/mail-means.js';
import { recipientsOf, unsubscribedFrom } from '../delivery/recipients.js';
import { ReportSettings, type ReportSettingsRow } from '../delivery/report-settings.js';
import { subscribeAgain } from '../delivery/unsubscribe.js';
import type { AccessedOrganization } from '../people/caller.js';
import { normalizedEmail } from '../people/normalized-email.js';
import { roles } from '../people/role.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { notFound } from './problem.js';

const Address = z.email().max(254).transform(normalizedEmail);
const MOST_ADDRESSES = 50;

const at = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
  .meta({ description: 'Local time, HH:MM; the mail comes up to 20 minutes later' });
const day = z.int().min(1).max(7).meta({ description: '1 is Monday' });

const ReportSettingsBody = z.strictObject({
  weekly: z.strictObject({
    on: z.boolean(),
    day: day.default(1),
    at: at.default('07:00'),
    paused_until: z.iso
      .datetime()
      .transform((instant) => new Date(instant).toISOString())
      .nullable()
      .default(null),
  }),
  alerts: z.boolean().meta({ description: 'Whether what is new and grave is told at once' }),
  roles: z
    .array(z.enum(roles))
    .max(roles.length)
    .transform((chosen) => [...new Set(chosen)])
    .meta({ description: 'Members with one of these roles get the reports' }),
  addresses: z
    .array(Address)
    .max(MOST_ADDRESSES)
    .transform((chosen) => [...new Set(chosen)].toSorted())
    .meta({ description: 'And whoever is at these' }),
});

const ReportSettingsShown = z
  .object({
    weekly: z.object({
      on: z.boolean(),
      day,
      at,
      time_zone: z.string().meta({ description: 'As the policy says' }),
      paused_until: z.string().nullable(),
      next_due_at: z.string().nullable(),
      last_due_at: z.string().nullable(),
    }),
    alerts: z.boolean(),
    roles: z.array(z.enum(roles)),
    addresses: z.array(z.string()),
    recipients: z.array(z.string()).meta({ description: 'Who gets the next report' }),
    unsubscribed: z.array(z.string()).meta({ description: 'Who wants none, whatever is set' }),
    leaves_by: z
      .enum(['smtp', 'file'])
      .meta({ description: 'A mail server; or files in the data directory' }),
    from: z.string(),
  })
  .meta({ id: 'ReportSettings' });

/** Which reports are sent, when, and to whom. */
@Controller('api/v1/organizations/:organization/report-settings')
export class ReportSettingsController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(ReportSettings) private readonly settings: ReportSettings,
    @Inject(MAIL_MEANS) private readonly means: MailMeans,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
  ) {}

  @Get()
  @Needs('viewer')
  @Answers('The settings', ReportSettingsShown)
  async getReportSettings(@InOrganization() { organization }: AccessedOrganization) {
    return this.shown(organization, await this.settings.of(organization));
  }

  @Put()
  @Needs('admin')
  @Answers('The settings as they are now', ReportSettingsShown)
  async setReportSettings(
    @InOrganization() { organization, caller: actor }: AccessedOrganization,
    @Body({ schema: ReportSettingsBody }) body: z.output<typeof ReportSettingsBody>,
  ) {
    const { weekly, alerts, addresses } = body;
    const wanted = {
      weekly: weekly.on ? 'on' : 'off',
      day: weekly.day,
      at: weekly.at,
      pausedUntil: weekly.paused_until,
      alerts: alerts ? 'on' : 'off',
      roles: body.roles,
      addresses,
    } as const;
    const details = {
      weekly: wanted.weekly,
      day: wanted.day,
      at: wanted.at,
      paused: wanted.pausedUntil ?? 'no',
      alerts: wanted.alerts,
      roles: body.roles.join(' '),
      addresses: addresses.length,
    };
    const settings = await this.settings.set(organization, wanted, (manager) =>
      this.auditLog.record(manager, {
        organization,
        actor,
        action: 'reports.set',
        target: 'reports',
        details,
      }),
    );
    return this.shown(organization, settings);
  }

  @Delete('unsubscribed/:address')
  @Needs('admin')
  @Answers('Gets the reports again, if the settings say so', null)
  async subscribeAgain(
    @InOrganization() { organization, caller: actor }: AccessedOrganization,
    @Param('address', { schema: Address }) address: string,
  ): Promise<void> {
    const wasThere = await inTransaction(this.dataSource, async (manager) => {
      if (!(await subscribeAgain(manager, organization, address))) return false;
      const what = { action: 'reports.subscribed', target: address };
      await this.auditLog.record(manager, { organization, actor, ...what });
      return true;
    });
    if (!wasThere) throw notFound();
  }

  private async shown(organization: string, settings: ReportSettingsRow) {
    const { manager } = this.dataSource;
    const { weekly, day: chosen, at: time, timeZone, pausedUntil, nextDueAt, lastDueAt } = settings;
    return {
      weekly: {
        on: weekly === 'on',
        day: chosen,
        at: time,
        time_zone: timeZone,
        paused_until: pausedUntil,
        next_due_at: nextDueAt,
        last_due_at: lastDueAt,
      },
      alerts: settings.alerts === 'on',
      roles: [...settings.roles],
      addresses: [...settings.addresses],
      recipients: await recipientsOf(manager, organization, settings),
      unsubscribed: await unsubscribedFrom(manager, organization),
      leaves_by: this.means.way,
      from: this.means.from,
    };
  }
}
