import { Inject, Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
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

/** A finding as the overview names it. */
export interface NamedFinding {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Last day of its exception, YYYY-MM-DD. */
  readonly until: string | null;
}

/** More than a page shows at a glance; the rest is in the list of findings. */
const MOST_NAMED = 20;

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

  /** Whether a scan had ended before an instant (ISO 8601, UTC): without one, nothing can be called new since then. */
  async isScannedBefore(organization: string, instant: string): Promise<boolean> {
    const before = { finishedAt: LessThan(new Date(instant).toISOString()) };
    return (await this.records(organization).first(ScanSummaryEntity, { where: before })) !== null;
  }

  /** Duties of the policy that are due or overdue, the gravest first. */
  async duties(organization: string, today: string): Promise<readonly NamedFinding[]> {
    return this.named(organization, `${IS_DRIFT} AND finding.rule LIKE 'program.%'`, { today });
  }

  /** Findings whose exception holds today and ends on `last` or before, that which ends first in front. */
  async exceptionsEnding(
    organization: string,
    { today, last }: { readonly today: string; readonly last: string },
  ): Promise<readonly NamedFinding[]> {
    const ending = `finding.observation <> 'absent' AND finding.dispositionKind = 'exception' AND finding.exceptionUntil BETWEEN :today AND :last`;
    const found = await this.named(organization, ending, { today, last });
    return found.toSorted((one, other) => ((one.until ?? '') < (other.until ?? '') ? -1 : 1));
  }

  private async named(
    organization: string,
    condition: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<readonly NamedFinding[]> {
    const rows = await this.records(organization)
      .query(FindingEntity, 'finding')
      .select(['id', 'title', 'severity', 'exceptionUntil', 'organization'].map((name) => `finding.${name}`))
      .andWhere(condition, parameters)
      .orderBy('finding.severityRank', 'DESC')
      .addOrderBy('finding.id', 'ASC')
      .limit(MOST_NAMED)
      .getMany();
    return rows.map(({ id, title, severity, exceptionUntil }) => ({
      id,
      title,
      severity,
      until: exceptionUntil,
    }));
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
