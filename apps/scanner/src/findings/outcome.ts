import { And, type FindOptionsWhere, LessThanOrEqual, MoreThan } from 'typeorm';
import type { BaselineComparison, ReportedFinding, ScanOutcome } from '#reports/model/scan-outcome.js';
import { isExcepted } from '#rules/engine/exception.js';
import type { Finding, FindingEvent, Observation } from '#rules/engine/finding.js';
import { newsFrom } from '#rules/engine/news.js';
import { applyClassifications } from '#rules/policy/coverage.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { Policy } from '#rules/policy/policy.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { ReportEntity } from '../storage/entities/report.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { latestBaseline, policyTextOf } from './before.js';
import { loadFindings } from './finding-rows.js';
import { observationsAt } from './observations.js';
import type { OrganizationRecords } from './organization-records.js';

/**
 * The outcome of a stored scan. Observation and change are those of that scan, also after later ones; words,
 * evidence and disposition of a finding are its latest. News is against the last report of the channel.
 */
export async function outcomeOf(
  records: OrganizationRecords,
  scan: ScanEntity,
  channel: string,
): Promise<ScanOutcome> {
  const observations = await observationsAt(records, scan.lastEvent);
  const told = Map.groupBy(await eventsOf(records, { scan: scan.id }), ({ findingId }) => findingId);
  const findings = await loadFindings(records);
  const policy = await policyOf(records, scan);
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
    findings: findings.flatMap((finding) => {
      const observation = observations.get(finding.id);
      const events = told.get(finding.id) ?? [];
      if (observation === undefined || (observation === 'absent' && events.length === 0)) return [];
      return [reported({ ...finding, observation }, events, scan.asOf)];
    }),
    news: await newsOf(records, scan, channel),
    baseline: await sinceBaseline(records, observations),
    comparison: await comparisonOf(records, scan, { findings, observations, told }),
  };
}

/** A finding with what one scan did to it, told by that scan's events. */
export function reported(
  finding: Finding,
  events: readonly Pick<FindingEvent, 'change' | 'cause'>[],
  asOf: string,
): ReportedFinding {
  const event = events.find(({ change }) => change !== 'unchanged');
  return {
    finding,
    change: event?.change ?? (finding.observation === 'not_observed' ? 'not_observed' : 'unchanged'),
    cause: event?.cause ?? null,
    excepted: isExcepted(finding.disposition, asOf),
  };
}

/** Null if this version of Plumbline can not read it any more. */
export async function policyOf(
  records: OrganizationRecords,
  { policyVersion }: ScanEntity,
): Promise<Policy | null> {
  const parsed = parsePolicy(await policyTextOf(records, policyVersion), 'policy');
  return 'policy' in parsed ? parsed.policy : null;
}

/** What changed since the last report of a channel, up to a scan. */
export async function newsOf(
  records: OrganizationRecords,
  scan: ScanEntity,
  channel: string,
): Promise<ScanOutcome['news']> {
  const report = await records.first(ReportEntity, {
    where: { channel },
    order: { lastEvent: 'DESC', sequence: 'DESC' },
  });
  const reportedScan = report && (await records.first(ScanEntity, { where: { id: report.scan } }));
  const events = await eventsOf(records, {
    sequence: And(MoreThan(report?.lastEvent ?? 0), LessThanOrEqual(scan.lastEvent)),
  });
  return {
    since: reportedScan && { scan: reportedScan.id, asOf: reportedScan.asOf },
    items: newsFrom(events),
  };
}

async function sinceBaseline(
  records: OrganizationRecords,
  now: ReadonlyMap<string, Observation>,
): Promise<ScanOutcome['baseline']> {
  const approved = await latestBaseline(records);
  const scan = approved && (await records.first(ScanEntity, { where: { id: approved.scan } }));
  if (!scan) return null;
  const then = await observationsAt(records, scan.lastEvent);
  return {
    scan: scan.id,
    approvedBy: approved.approvedBy,
    approvedOn: approved.approvedOn,
    appeared: thereOnlyIn(now, then),
    vanished: thereOnlyIn(then, now),
  };
}

/** Against the approved scan, else the first one; in the first one itself everything is new. */
async function comparisonOf(
  records: OrganizationRecords,
  scan: ScanEntity,
  now: {
    readonly findings: readonly Finding[];
    readonly observations: ReadonlyMap<string, Observation>;
    readonly told: ReadonlyMap<string, readonly FindingEvent[]>;
  },
): Promise<BaselineComparison> {
  const base = await baseOf(records, scan);
  const then = base === null ? new Map<string, Observation>() : await observationsAt(records, base.lastEvent);
  const between = await eventsOf(records, {
    sequence: And(MoreThan(base?.lastEvent ?? 0), LessThanOrEqual(scan.lastEvent)),
    change: 'updated',
  });
  const updated = new Set(between.map(({ findingId }) => findingId));
  const vanished = new Set(thereOnlyIn(then, now.observations));
  return {
    appeared: thereOnlyIn(now.observations, then),
    updated: [...updated]
      .filter((id) => isThere(then.get(id)) && isThere(now.observations.get(id)))
      .toSorted(),
    vanished: now.findings
      .filter(({ id }) => vanished.has(id))
      .map((finding) =>
        reported({ ...finding, observation: 'absent' }, now.told.get(finding.id) ?? [], scan.asOf),
      ),
  };
}

async function baseOf(records: OrganizationRecords, scan: ScanEntity): Promise<ScanEntity | null> {
  const approved = await latestBaseline(records);
  if (approved) return records.first(ScanEntity, { where: { id: approved.scan } });
  const first = await records.first(ScanEntity, { order: { sequence: 'ASC' } });
  return first?.id === scan.id ? null : first;
}

function thereOnlyIn(
  here: ReadonlyMap<string, Observation>,
  there: ReadonlyMap<string, Observation>,
): readonly string[] {
  return [...here]
    .filter(([id, observation]) => isThere(observation) && !isThere(there.get(id)))
    .map(([id]) => id)
    .toSorted();
}

async function eventsOf(
  records: OrganizationRecords,
  where: FindOptionsWhere<FindingEventEntity>,
): Promise<readonly FindingEvent[]> {
  // As plain rows: there may be a hundred thousand.
  return records
    .query(FindingEventEntity, 'event')
    .select('event.finding', 'findingId')
    .addSelect('event.change', 'change')
    .addSelect('event.cause', 'cause')
    .addSelect('event.observation', 'observation')
    .addSelect('event.detail', 'detail')
    .andWhere(where)
    .orderBy('event.sequence', 'ASC')
    .getRawMany<FindingEvent>();
}

function isThere(observation: Observation | undefined): boolean {
  return observation !== undefined && observation !== 'absent';
}
