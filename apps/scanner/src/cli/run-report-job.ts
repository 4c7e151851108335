import type { DataSource } from 'typeorm';
import { mailLinksOf } from '#reports/email/mail-links.js';
import type { Clock } from '../clock.js';
import { mailMeans } from '../delivery/mail-means.js';
import { type ComposedReport, queueReport } from '../delivery/queue-report.js';
import { type ReportJob, ReportJobs } from '../delivery/report-jobs.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { composeAlert } from '../reports/compose-alert.js';
import { composeWeekly } from '../reports/compose-weekly.js';
import type { Settings } from '../settings/settings.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';

export interface ReportJobMeans {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly settings: Settings;
}

/** Composes the report of a job and queues its mails. Nothing happens if somebody else was first. */
export async function runReportJob(id: string, means: ReportJobMeans): Promise<void> {
  const { dataSource, clock, settings } = means;
  const job = await new ReportJobs(dataSource, clock).find(id);
  if (job === null) return;
  const { from } = mailMeans(settings, clock);
  const publicUrl = settings.PLUMBLINE_PUBLIC_URL ?? null;
  const composed = await composeFor(job, means);
  await queueReport({ dataSource, clock, from, publicUrl }, job, composed);
}

async function composeFor(
  { organization, kind }: ReportJob,
  { dataSource, clock, settings }: ReportJobMeans,
): Promise<ComposedReport> {
  const records = new OrganizationRecords(dataSource.manager, organization);
  const { id } = await dataSource.manager.findOneByOrFail(OrganizationEntity, { name: organization });
  const links = mailLinksOf(settings.PLUMBLINE_PUBLIC_URL ?? null, id);
  if (kind === 'alert') return composeAlert(records, { at: clock(), channel: kind, links });
  return composeWeekly(records, clock(), links);
}
