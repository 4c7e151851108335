import { LessThanOrEqual } from 'typeorm';
import type { AuditedFinding } from '#reports/documents/audit/quarter-facts.js';
import { rules } from '#rules/catalog/rules.js';
import { evaluate } from '#rules/engine/evaluate.js';
import { isExcepted } from '#rules/engine/exception.js';
import type { Disposition, Finding } from '#rules/engine/finding.js';
import type { IdentifiedViolation } from '#rules/engine/identity.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { todayIn } from '#rules/policy/term.js';
import { policyTextOf } from '../findings/before.js';
import { exceptionIn } from '../findings/exception-detail.js';
import { loadFindings } from '../findings/finding-rows.js';
import { observationsAt } from '../findings/observations.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { digest } from '../policies/digest.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';

interface Moment {
  /** The last scan that had ended. */
  readonly scan: ScanEntity;
  readonly at: Date;
  /** The same as a day in the policy's time zone. */
  readonly day: string;
  readonly timeZone: string;
}

/**
 * What was there at an instant, told as it was then: rows hold the words, counts and decisions of today, so the stored
 * inventory is judged again, and exceptions are read off the history.
 */
export async function findingsAt(
  records: OrganizationRecords,
  moment: Moment,
): Promise<readonly AuditedFinding[]> {
  const observations = await observationsAt(records, moment.scan.lastEvent);
  const violations = await violationsOf(records, moment.scan);
  const exceptions = await exceptionsAt(records, moment);
  const findings = await loadFindings(records);
  return findings.flatMap((row) => {
    const observation = observations.get(row.id);
    if (observation === undefined || observation === 'absent') return [];
    const violation = row.identities
      .map((identity) => violations.get(identity))
      .find((one) => one !== undefined);
    const exception = exceptions.get(row.id) ?? null;
    const disposition: Disposition = exception ?? { kind: 'open' };
    const words = violation === undefined ? nameAloneOf(row) : wordsOf(violation);
    const finding: Finding = { ...row, ...words, observation, disposition };
    return [
      { finding, exception: exception !== null && isExcepted(exception, moment.day) ? exception : null },
    ];
  });
}

function wordsOf({
  severity,
  system,
  connector,
  account,
  subject,
  title,
  message,
  remedy,
  evidence,
}: IdentifiedViolation) {
  return { severity, system, connector, account, subject, title, message, remedy, evidence };
}

/** What was not looked at then may have been since: its words and counts are of that day. */
function nameAloneOf({ subject }: Finding): Pick<Finding, 'title' | 'evidence'> {
  return { title: subject, evidence: {} };
}

/** By identity; none where the scan's policy can not be read any more, or its inventory is gone. */
async function violationsOf(
  records: OrganizationRecords,
  scan: ScanEntity,
): Promise<ReadonlyMap<string, IdentifiedViolation>> {
  const parsed = parsePolicy(await policyTextOf(records, scan.policyVersion), 'policy.yaml');
  if ('problems' in parsed || scan.inventory.systems.length === 0) return new Map();
  const approved =
    scan.baseline === null ? null : await records.first(ScanEntity, { where: { id: scan.baseline } });
  return evaluate({
    rules,
    policy: parsed.policy,
    inventory: scan.inventory,
    baseline: approved?.inventory ?? null,
    digest,
  });
}

/** The latest decision about each finding, where it was an exception. */
async function exceptionsAt(
  records: OrganizationRecords,
  { at, timeZone }: Moment,
): Promise<ReadonlyMap<string, Extract<Disposition, { kind: 'exception' }>>> {
  const decisions = await records.some(FindingEventEntity, {
    where: { cause: 'disposition', at: LessThanOrEqual(at.toISOString()) },
    order: { sequence: 'ASC' },
  });
  const latest = new Map(decisions.map((event) => [event.finding, event]));
  return new Map(
    [...latest].flatMap(([finding, { detail, at: when }]) => {
      const exception = exceptionIn(detail, todayIn(timeZone, new Date(when)));
      return exception === null ? [] : [[finding, exception] as const];
    }),
  );
}
