import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '../clock.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { ReportSettingsEntity } from '../storage/entities/report-settings.entity.js';
import { ScanSummaryEntity } from '../storage/entities/scan-summary.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { addReportJob } from './report-jobs.js';

/** At most one alert in so long; what comes meanwhile is in the next one together. */
export const ALERTS_EVERY_MS = 3_600_000;

/** Sees to it that each scan is looked at for what must be told at once. */
@Injectable()
export class Alerts {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asks for an alert wherever a scan has finished since the last look; whether there is one is seen when it is composed. */
  async askForDue(): Promise<void> {
    const switchedOn = await this.dataSource.manager.findBy(ReportSettingsEntity, { alerts: 'on' });
    for (const settings of switchedOn) {
      const records = new OrganizationRecords(this.dataSource.manager, settings.organization);
      if ((await this.unlookedAt(records, settings)) !== null) await this.askFor(settings.organization);
    }
  }

  private async askFor(organization: string): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const settings = await records.first(ReportSettingsEntity, {});
      const scan = settings === null ? null : await this.unlookedAt(records, settings);
      if (scan === null) return;
      await addReportJob(records, { kind: 'alert', occasion: scan }, this.clock());
      await records.update(ReportSettingsEntity, {}, { alertedScan: scan });
    });
  }

  /** The latest scan, if nobody has looked at it and an alert may go out again. */
  private async unlookedAt(
    records: OrganizationRecords,
    { alerts, alertedAt, alertedScan }: ReportSettingsEntity,
  ): Promise<string | null> {
    if (alerts === 'off') return null;
    const since = alertedAt === null ? Infinity : this.clock().getTime() - Date.parse(alertedAt);
    // An alert in the future is one of before the clock was set back.
    if (since >= 0 && since < ALERTS_EVERY_MS) return null;
    const latest = await records.first(ScanSummaryEntity, {
      order: { finishedAt: 'DESC', scan: 'DESC' },
      select: { organization: true, scan: true },
    });
    return latest === null || latest.scan === alertedScan ? null : latest.scan;
  }
}
