import { And, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import type {
  AuditedDuty,
  AuditedScan,
  AuditStart,
  PolicyChange,
  QuarterFacts,
} from '#reports/documents/audit/quarter-facts.js';
import { programAudit } from '#rules/catalog/program/program-audit.js';
import { programPolicyReview } from '#rules/catalog/program/program-policy-review.js';
import { programTraining } from '#rules/catalog/program/program-training.js';
import { programVetting } from '#rules/catalog/program/program-vetting.js';
import type { Inventory } from '#rules/engine/inventory.js';
import { applyClassifications } from '#rules/policy/coverage.js';
import type { Policy, Term } from '#rules/policy/policy.js';
import { daysBetween, todayIn } from '#rules/policy/term.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { BaselineEntity } from '../storage/entities/baseline.entity.js';
import { PolicyRevisionEntity } from '../storage/entities/policy-revision.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { changesWithin } from './changes-within.js';
import { findingsAt } from './findings-at.js';
import { scanAt } from './inventory-at.js';
import type { PolicyInForce } from './policy-in-force.js';

/** An audit looks back so far where the policy does not say how often there is one. */
const QUARTER: Term = { years: 0, months: 3, weeks: 0, days: 0 };

/** What the audit pack of an organization is made from, at an instant: of what came later it knows nothing. */
export async function quarterFacts(
  records: OrganizationRecords,
  inForce: PolicyInForce,
  at: Date,
): Promise<QuarterFacts> {
  const { policy, savedAt, savedBy } = inForce;
  const day = todayIn(policy.timeZone, at);
  const from = Temporal.PlainDate.from(day)
    .subtract(policy.audit?.every ?? QUARTER)
    .toString();
  const quarter = { from: startOfDay(from, policy.timeZone), until: at };
  const scan = await scanAt(records, at);
  return {
    from,
    day,
    policy,
    policySaved: savedAt === null ? null : { day: todayIn(policy.timeZone, new Date(savedAt)), by: savedBy },
    policyChanges: await policyChanges(records, policy, quarter),
    scan: scan && auditedScan(scan, inForce, day),
    scans: await scansWithin(records, quarter),
    start: await startOf(records, quarter, scan, policy),
    findings: scan ? await findingsAt(records, { scan, at, day, timeZone: policy.timeZone }) : [],
    changes: scan ? await changesWithin(records, { ...quarter, timeZone: policy.timeZone }) : [],
    duties: dutiesOn(day, policy),
    baseline: await baselineAt(records, at),
  };
}

interface Quarter {
  readonly from: Date;
  readonly until: Date;
}

function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

function auditedScan(scan: ScanEntity, { policy, version }: PolicyInForce, day: string): AuditedScan {
  return {
    id: scan.id,
    asOf: scan.asOf,
    daysOld: Math.max(0, daysBetween(scan.asOf, day)),
    rulesVersion: scan.rulesVersion,
    policyVersion: scan.policyVersion,
    isUnderPolicyInForce: scan.policyVersion === version,
    inventory: isEmptied(scan.inventory) ? null : applyClassifications(scan.inventory, policy),
  };
}

/** Old scans keep their day and nothing else (`findings/forget-inventories.ts`). */
function isEmptied({ systems }: Inventory): boolean {
  return systems.length === 0;
}

async function policyChanges(
  records: OrganizationRecords,
  { timeZone }: Policy,
  { from, until }: Quarter,
): Promise<readonly PolicyChange[]> {
  const rows = await records.some(PolicyRevisionEntity, {
    where: { savedAt: And(MoreThanOrEqual(from.toISOString()), LessThanOrEqual(until.toISOString())) },
    order: { sequence: 'ASC' },
  });
  return rows.map(({ savedAt, savedBy, note }) => ({
    day: todayIn(timeZone, new Date(savedAt)),
    by: savedBy,
    note,
  }));
}

async function scansWithin(records: OrganizationRecords, { from, until }: Quarter): Promise<number> {
  return records
    .query(ScanEntity, 'scan')
    .andWhere('scan.finishedAt >= :from AND scan.finishedAt <= :until', {
      from: from.toISOString(),
      until: until.toISOString(),
    })
    .getCount();
}

/** The last scan before the quarter, else the first one within it; null where that is the last one too, or emptied. */
async function startOf(
  records: OrganizationRecords,
  { from }: Quarter,
  last: ScanEntity | null,
  policy: Policy,
): Promise<AuditStart | null> {
  if (last === null) return null;
  const before = await records.first(ScanEntity, {
    where: { finishedAt: LessThan(from.toISOString()) },
    order: { sequence: 'DESC' },
  });
  const first = before ?? (await records.first(ScanEntity, { order: { sequence: 'ASC' } }));
  if (first === null || isEmptied(first.inventory)) return null;
  if (before === null && first.id === last.id) return null;
  return {
    asOf: first.asOf,
    isBeforeQuarter: before !== null,
    inventory: applyClassifications(first.inventory, policy),
  };
}

const DUTIES = [programPolicyReview, programAudit, programTraining, programVetting];

/** Duties rest on the policy and the day alone: no scan is needed to know them. */
function dutiesOn(day: string, policy: Policy): readonly AuditedDuty[] {
  const input = { policy, inventory: { asOf: day, systems: [] }, baseline: null };
  return DUTIES.flatMap((rule) => [...rule.evaluate(input)]).map(({ title, remedy, content }) => ({
    title,
    remedy,
    isOverdue: content['state'] === 'overdue',
  }));
}

async function baselineAt(records: OrganizationRecords, at: Date): Promise<QuarterFacts['baseline']> {
  const row = await records.first(BaselineEntity, {
    where: { approvedAt: LessThanOrEqual(at.toISOString()) },
    order: { sequence: 'DESC' },
  });
  return row && { by: row.approvedBy, on: row.approvedOn };
}
