import { LessThanOrEqual } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import type { ReportedFinding } from '#reports/model/scan-outcome.js';
import {
  type FailedScan,
  type TrendPoint,
  WEEKLY_CHANNEL,
  type WeekFacts,
  type WeekOutcome,
} from '#reports/weekly/week-facts.js';
import { isExcepted } from '#rules/engine/exception.js';
import type { Finding } from '#rules/engine/finding.js';
import { applyClassifications } from '#rules/policy/coverage.js';
import { todayIn } from '#rules/policy/term.js';
import { loadFindings, loadFindingsOf, loadStandingFindings } from '../findings/finding-rows.js';
import { observationsAt } from '../findings/observations.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { newsOf, policyOf } from '../findings/outcome.js';
import { FindingAssigneeEntity } from '../storage/entities/finding-assignee.entity.js';
import { ReportEntity } from '../storage/entities/report.entity.js';
import { ScanJobEntity } from '../storage/entities/scan-job.entity.js';
import { ScanSummaryEntity } from '../storage/entities/scan-summary.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { timeZoneOf } from './time-zone-of.js';

/** Weeks that the chart goes back. */
const WEEKS = 12;

/** What the weekly report of an organization is made from, at an instant: of what came later it knows nothing. */
export async function weekFacts(records: OrganizationRecords, at: Date): Promise<WeekFacts> {
  const timeZone = await timeZoneOf(records);
  const scan = await latestScan(records, at);
  return {
    organization: records.organization,
    day: todayIn(timeZone, at),
    outcome: scan && (await weekOutcome(records, scan)),
    isScannedSince: await isScannedSince(records, scan),
    failedScan: await failedScan(records, scan, { at, timeZone }),
    assignees: await assignees(records),
    trend: await trend(records, at),
  };
}

async function latestScan(records: OrganizationRecords, at: Date): Promise<ScanEntity | null> {
  return records.first(ScanEntity, {
    where: { finishedAt: LessThanOrEqual(at.toISOString()) },
    order: { sequence: 'DESC' },
  });
}

/** A mail lists a few of those that left, and counts the others. */
const MOST_LEFT = 1_000;

/**
 * What stands, and what the news is about, without reading the history of everything: a hundred thousand findings have
 * a million events.
 */
async function weekOutcome(records: OrganizationRecords, scan: ScanEntity): Promise<WeekOutcome> {
  const policy = await policyOf(records, scan);
  const news = await newsSinceReport(records, scan);
  const standing = await findingsAt(records, scan);
  const known = new Set(standing.map(({ id }) => id));
  const away = news.items.filter(({ findingId }) => !known.has(findingId)).map(({ findingId }) => findingId);
  const left = await loadFindingsOf(records, away.slice(0, MOST_LEFT));
  const told = new Map(news.items.map((item) => [item.findingId, item]));
  return {
    scan: {
      id: scan.id,
      organization: records.organization,
      asOf: scan.asOf,
      startedAt: scan.startedAt,
      finishedAt: scan.finishedAt,
      policyVersion: scan.policyVersion,
      rulesVersion: scan.rulesVersion,
    },
    inventory: policy ? applyClassifications(scan.inventory, policy) : scan.inventory,
    missingSections: policy?.missingSections ?? [],
    findings: [...standing, ...left.map((finding): Finding => ({ ...finding, observation: 'absent' }))].map(
      (finding): ReportedFinding => ({
        finding,
        change: told.get(finding.id)?.change ?? 'unchanged',
        cause: told.get(finding.id)?.cause ?? null,
        excepted: isExcepted(finding.disposition, scan.asOf),
      }),
    ),
    news,
  };
}

/** The latest scan is how findings stand; how they stood at an earlier one, only their history tells. */
async function findingsAt(records: OrganizationRecords, scan: ScanEntity): Promise<readonly Finding[]> {
  const latest = await records.first(ScanEntity, { order: { sequence: 'DESC' } });
  if (latest?.id === scan.id) return loadStandingFindings(records);
  const observations = await observationsAt(records, scan.lastEvent);
  const findings = await loadFindings(records);
  return findings.flatMap((finding) => {
    const observation = observations.get(finding.id) ?? 'absent';
    return observation === 'absent' ? [] : [{ ...finding, observation }];
  });
}

/** In the first report nothing is news: its history need not be read. */
async function newsSinceReport(records: OrganizationRecords, scan: ScanEntity): Promise<WeekOutcome['news']> {
  return (await lastReport(records)) === null
    ? { since: null, items: [] }
    : newsOf(records, scan, WEEKLY_CHANNEL);
}

async function isScannedSince(records: OrganizationRecords, scan: ScanEntity | null): Promise<boolean> {
  const last = await lastReport(records);
  return last === null || scan === null || last.scan !== scan.id;
}

async function lastReport(records: OrganizationRecords): Promise<ReportEntity | null> {
  return records.first(ReportEntity, {
    where: { channel: WEEKLY_CHANNEL },
    order: { lastEvent: 'DESC', sequence: 'DESC' },
  });
}

/** The latest scan that was asked for and failed, unless one has finished after it. */
async function failedScan(
  records: OrganizationRecords,
  scan: ScanEntity | null,
  { at, timeZone }: { readonly at: Date; readonly timeZone: string },
): Promise<FailedScan | null> {
  const job = await records.first(ScanJobEntity, {
    where: { state: 'failed', finishedAt: LessThanOrEqual(at.toISOString()) },
    order: { finishedAt: 'DESC' },
  });
  if (!job || job.finishedAt === null || job.problem === null) return null;
  if (scan !== null && scan.finishedAt >= job.finishedAt) return null;
  const { message, step } = job.problem;
  return { day: todayIn(timeZone, new Date(job.finishedAt)), message, step };
}

async function assignees(records: OrganizationRecords): Promise<ReadonlyMap<string, string>> {
  const rows = await records.some(FindingAssigneeEntity, {});
  return new Map(rows.map(({ finding, name }) => [finding, name]));
}

/** The last scan of each week (Monday to Sunday) in which there was one. */
async function trend(records: OrganizationRecords, at: Date): Promise<readonly TrendPoint[]> {
  const from = new Date(at.getTime() - WEEKS * 7 * 24 * 60 * 60 * 1000).toISOString();
  const rows = await records
    .query(ScanSummaryEntity, 'scan')
    .andWhere('scan.finishedAt >= :from AND scan.finishedAt <= :until', { from, until: at.toISOString() })
    .orderBy('scan.finishedAt', 'ASC')
    .addOrderBy('scan.scan', 'ASC')
    .getMany();
  const ofWeek = new Map(rows.map((row) => [mondayOf(row.asOf), row]));
  return [...ofWeek.values()].slice(-WEEKS).map(pointOf);
}

function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

function pointOf({ asOf, high, medium, low, notObserved, systemsNotRead }: ScanSummaryEntity): TrendPoint {
  return { day: asOf, high, medium, low, notObserved, systemsNotRead };
}
