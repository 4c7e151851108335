import { LessThanOrEqual } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import type { ReportedFinding, ScanOutcome } from '#reports/model/scan-outcome.js';
import {
  type FailedScan,
  type TrendPoint,
  WEEKLY_CHANNEL,
  type WeekFacts,
} from '#reports/weekly/week-facts.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { todayIn } from '#rules/policy/term.js';
import { loadFindingsOf } from '../findings/finding-rows.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { outcomeOf } from '../findings/outcome.js';
import { currentIn } from '../policies/policies.js';
import { FindingAssigneeEntity } from '../storage/entities/finding-assignee.entity.js';
import { ReportEntity } from '../storage/entities/report.entity.js';
import { ScanJobEntity } from '../storage/entities/scan-job.entity.js';
import { ScanSummaryEntity } from '../storage/entities/scan-summary.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';

/** Weeks that the chart goes back. */
const WEEKS = 12;

/** What the weekly report of an organization is made from, at an instant: of what came later it knows nothing. */
export async function weekFacts(records: OrganizationRecords, at: Date): Promise<WeekFacts> {
  const timeZone = await timeZoneOf(records);
  const scan = await latestScan(records, at);
  return {
    organization: records.organization,
    day: todayIn(timeZone, at),
    outcome: scan && (await outcomeWithNews(records, scan)),
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

/** With the findings that the news is about also where they went away in an earlier scan. */
async function outcomeWithNews(records: OrganizationRecords, scan: ScanEntity): Promise<ScanOutcome> {
  const outcome = await outcomeOf(records, scan, WEEKLY_CHANNEL);
  const known = new Set(outcome.findings.map(({ finding }) => finding.id));
  const away = outcome.news.items.filter(({ findingId }) => !known.has(findingId));
  const causes = new Map(away.map((item) => [item.findingId, item]));
  const findings = await loadFindingsOf(records, [...causes.keys()]);
  const added = findings.map((finding): ReportedFinding => {
    const item = causes.get(finding.id);
    return {
      finding: { ...finding, observation: 'absent' },
      change: item?.change ?? 'gone',
      cause: item?.cause ?? null,
      excepted: false,
    };
  });
  return { ...outcome, findings: [...outcome.findings, ...added] };
}

async function isScannedSince(records: OrganizationRecords, scan: ScanEntity | null): Promise<boolean> {
  const last = await records.first(ReportEntity, {
    where: { channel: WEEKLY_CHANNEL },
    order: { lastEvent: 'DESC', sequence: 'DESC' },
  });
  return last === null || scan === null || last.scan !== scan.id;
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

/** UTC without a policy, or without a time zone in it (E36). */
async function timeZoneOf(records: OrganizationRecords): Promise<string> {
  const saved = await currentIn(records);
  const parsed = parsePolicy(saved?.text ?? '', 'policy');
  return 'policy' in parsed ? (parsed.policy.timeZone ?? 'UTC') : 'UTC';
}
