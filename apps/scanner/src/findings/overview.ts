import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Severity } from '#rules/engine/rule.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { ScanSummaryEntity } from '../storage/entities/scan-summary.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { type ChangesSince, changesSince } from './changes-since.js';
import { IS_DRIFT } from './listed-findings.js';
import { OrganizationRecords } from './organization-records.js';

/** Drift as it stands today. */
export interface DriftCounts {
  readonly severity: Severity;
  readonly system: string | null;
  readonly count: number;
  /** Of these, what the last scan could not look at. */
  readonly notObserved: number;
}

const SEVERITIES: readonly Severity[] = ['info', 'low', 'medium', 'high'];

/** How an organization stands, in figures. */
@Injectable()
export class Overview {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** `today`: YYYY-MM-DD, for exceptions that have ended. */
  async drift(organization: string, today: string): Promise<readonly DriftCounts[]> {
    const rows = await this.records(organization)
      .query(FindingEntity, 'finding')
      .select('finding.severityRank', 'rank')
      .addSelect('finding.system', 'system')
      .addSelect('COUNT(*)', 'count')
      .addSelect("SUM(CASE WHEN finding.observation = 'not_observed' THEN 1 ELSE 0 END)", 'not_observed')
      .andWhere(IS_DRIFT, { today })
      .groupBy('finding.severityRank')
      .addGroupBy('finding.system')
      .getRawMany<{
        rank: number;
        system: string | null;
        count: number | string;
        not_observed: number | string;
      }>();
    return rows.map(({ rank, system, count, not_observed: notObserved }) => ({
      severity: SEVERITIES[rank] ?? 'info',
      system,
      count: Number(count),
      notObserved: Number(notObserved),
    }));
  }

  /** What is news since an instant (ISO 8601, UTC). */
  async since(organization: string, instant: string): Promise<ChangesSince> {
    return changesSince(this.records(organization), instant);
  }

  /** The scans of the trend, oldest first; `most` the newest of them. */
  async trend(organization: string, most: number): Promise<readonly ScanSummaryEntity[]> {
    const rows = await this.records(organization)
      .query(ScanSummaryEntity, 'scan')
      .orderBy('scan.finishedAt', 'DESC')
      .addOrderBy('scan.scan', 'DESC')
      .limit(most)
      .getMany();
    return rows.toReversed();
  }

  /** The latest scan; null before the first. */
  async latestScan(organization: string): Promise<ScanEntity | null> {
    return this.records(organization).first(ScanEntity, { order: { sequence: 'DESC' } });
  }

  private records(organization: string): OrganizationRecords {
    return new OrganizationRecords(this.dataSource.manager, organization);
  }
}
