import { DataSource, type EntityManager } from 'typeorm';
import type { ReportMail } from '#reports/email/report-mail.js';
import type { Clock } from '../clock.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { MailBodyEntity } from '../storage/entities/mail-body.entity.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { ReportSettingsEntity } from '../storage/entities/report-settings.entity.js';
import { ReportEntity } from '../storage/entities/report.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { htmlWithImages } from './html-with-images.js';
import { Outbox } from './outbox.js';
import type { MailProblem } from './outgoing-mail.js';
import { ALERTS_EVERY_MS } from './alerts.js';
import { recipientsOf } from './recipients.js';
import { type ReportJob, endReportJob } from './report-jobs.js';
import { mailTo } from './mail-to.js';

/** What was composed for a job. */
export interface ComposedReport {
  /** Null: there is nothing to tell. */
  readonly mail: ReportMail | null;
  /** The scan that it tells of; null before the first. */
  readonly scan: string | null;
}

export interface QueueingMeans {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly from: string;
  readonly publicUrl: string | null;
}

const NOBODY: MailProblem = {
  message: 'Nobody gets this report.',
  step: 'Choose under Reports who gets it: a role that somebody has, or an address.',
};

/**
 * Stores what came of a job: a mail to each recipient, what it says, what was told, and that the job is done; all of it or
 * nothing. Gives how many mails that are; null: somebody else was first.
 */
export async function queueReport(
  { dataSource, clock, from, publicUrl }: QueueingMeans,
  job: ReportJob,
  { mail, scan }: ComposedReport,
): Promise<number | null> {
  const now = clock();
  return inTransaction(dataSource, async (manager) => {
    const { organization } = job;
    const records = new OrganizationRecords(manager, organization);
    const settings = await records.first(ReportSettingsEntity, {});
    if (job.kind === 'alert' && mail !== null && isTooSoon(settings, now)) return null;
    const recipients =
      mail === null || settings === null ? [] : await recipientsOf(manager, organization, settings);
    const problem = mail !== null && recipients.length === 0 ? NOBODY : null;
    if (!(await endReportJob(records, job, { now, problem }))) return null;
    // What nobody was told stays news.
    if (problem !== null) return 0;
    if (scan !== null) await remember(records, { channel: job.kind, scan, at: now });
    if (mail === null) return 0;
    if (job.kind === 'alert')
      await records.update(ReportSettingsEntity, {}, { alertedAt: now.toISOString() });
    await keepBody(records, job, mail, now);
    const organizationId = await idOf(manager, organization);
    const outbox = new Outbox(dataSource, clock);
    for (const recipient of recipients) {
      const made = await mailTo(recipient, mail, { ...job, organizationId, scan, from, publicUrl, now });
      await outbox.add(manager, organization, made);
    }
    return recipients.length;
  });
}

/** The job waits then, and is begun again: what it tells is told together with what comes meanwhile. */
function isTooSoon(settings: ReportSettingsEntity | null, now: Date): boolean {
  const alertedAt = settings?.alertedAt ?? null;
  const since = alertedAt === null ? Infinity : now.getTime() - Date.parse(alertedAt);
  return since >= 0 && since < ALERTS_EVERY_MS;
}

async function remember(
  records: OrganizationRecords,
  { channel, scan, at }: { readonly channel: string; readonly scan: string; readonly at: Date },
): Promise<void> {
  const told = await records.first(ScanEntity, {
    select: { id: true, lastEvent: true, organization: true, sequence: true },
    where: { id: scan },
  });
  if (told === null) return;
  const row = { channel, scan, at: at.toISOString(), lastEvent: told.lastEvent };
  await records.insert(ReportEntity, [row], 'keep');
}

async function keepBody(
  records: OrganizationRecords,
  { kind, occasion }: ReportJob,
  mail: ReportMail,
  now: Date,
): Promise<void> {
  const { subject, text } = mail;
  const body = { kind, occasion, subject, text, html: htmlWithImages(mail), createdAt: now.toISOString() };
  await records.insert(MailBodyEntity, [body], 'keep');
}

async function idOf(manager: EntityManager, name: string): Promise<string> {
  const organization = await manager.findOneByOrFail(OrganizationEntity, { name });
  return organization.id;
}
