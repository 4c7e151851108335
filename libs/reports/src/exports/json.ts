import { isDrift, isExcepted } from '#rules/engine/exception.js';
import type { Change, Disposition } from '#rules/engine/finding.js';
import type { InventoryField, InventoryReceipt, SystemInventory } from '#rules/engine/inventory.js';
import type { Evidence, Severity } from '#rules/engine/rule.js';
import { inReportOrder } from '../model/report-order.js';
import type { ReportedFinding, ScanOutcome } from '../model/scan-outcome.js';
import type { JsonReport } from './json-report.schema.js';

/** The report of a scan for machines: complete, stable, in a fixed order, as config/report.schema.json describes it. */
export function reportAsJson(outcome: ScanOutcome): JsonReport {
  const { scan, inventory } = outcome;
  return {
    scan: {
      id: scan.id,
      organization: scan.organization,
      as_of: scan.asOf,
      started_at: scan.startedAt,
      finished_at: scan.finishedAt,
      policy_version: scan.policyVersion,
      rules_version: scan.rulesVersion,
      format: 1,
    },
    systems: inventory.systems.map(systemAsJson),
    fields: inventory.systems.flatMap(({ system, fields }) =>
      fields
        .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
        .map((field) => fieldAsJson(system, field)),
    ),
    findings: inReportOrder(outcome.findings, inventory).map((reported) =>
      findingAsJson(reported, scan.asOf),
    ),
    summary: summaryOf(outcome),
  };
}

function systemAsJson({
  system,
  connector,
  simulated,
  receipts,
}: SystemInventory): JsonReport['systems'][number] {
  const resources = receipts
    .toSorted((one, other) => (one.resource < other.resource ? -1 : 1))
    .map(resourceAsJson);
  return { system, connector, ...(simulated && { simulated }), resources };
}

function resourceAsJson(receipt: InventoryReceipt): JsonReport['systems'][number]['resources'][number] {
  const { resource, status, reason, actor, step, scope, read, window } = receipt;
  return {
    resource,
    status,
    ...(reason !== null && { reason }),
    ...(actor && { actor }),
    ...(step !== undefined && { step }),
    ...(scope !== undefined && { scope }),
    read,
    ...(window !== null && { window: { from: window.from, to: window.to } }),
  };
}

function orderOf({ object, list, name }: InventoryField): string {
  return JSON.stringify([object, list, name]);
}

function fieldAsJson(system: string, field: InventoryField): JsonReport['fields'][number] {
  const { object, name, label, category, sensitivity, confidence, reason, filled, records } = field;
  const fillRate = records === 0 ? 0 : Math.round((filled / records) * 10_000) / 10_000;
  return { system, object, name, label, category, sensitivity, confidence, reason, fill_rate: fillRate };
}

function findingAsJson({ finding, change }: ReportedFinding, asOf: string): JsonReport['findings'][number] {
  const { id, rule, severity, system, subject, title, message, remedy, evidence, observation } = finding;
  return {
    id,
    rule,
    severity,
    system,
    subject,
    title,
    message,
    remedy,
    evidence: evidenceAsJson(evidence),
    observation,
    disposition: dispositionAsJson(finding.disposition, asOf),
    change,
  };
}

function evidenceAsJson(evidence: Evidence): JsonReport['findings'][number]['evidence'] {
  return Object.fromEntries(
    Object.entries(evidence)
      .map(([key, value]) => [snakeCase(key), isList(value) ? [...value] : value] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function isList(value: Evidence[string]): value is readonly string[] {
  return Array.isArray(value);
}

function snakeCase(key: string): string {
  return key.replaceAll(/(?<=[a-z0-9])[A-Z]/gu, (letter) => `_${letter}`).toLowerCase();
}

function dispositionAsJson(
  disposition: Disposition,
  asOf: string,
): JsonReport['findings'][number]['disposition'] {
  if (disposition.kind !== 'exception') return { ...disposition };
  return { ...disposition, in_force: isExcepted(disposition, asOf) };
}

function summaryOf({
  scan,
  inventory,
  findings,
  missingSections,
  baseline,
  news,
}: ScanOutcome): JsonReport['summary'] {
  const present = findings.filter(({ finding }) => finding.observation !== 'absent');
  const drift = present.filter(({ finding }) => isDrift(finding, scan.asOf));
  const ofSeverity = (severity: Severity) =>
    drift.filter(({ finding }) => finding.severity === severity).length;
  const ofChange = (change: Change) => findings.filter((reported) => reported.change === change).length;
  return {
    drift: {
      high: ofSeverity('high'),
      medium: ofSeverity('medium'),
      low: ofSeverity('low'),
      info: ofSeverity('info'),
    },
    new: ofChange('new'),
    updated: ofChange('updated'),
    fixed: ofChange('fixed'),
    gone: ofChange('gone'),
    reopened: ofChange('reopened'),
    not_observed: ofChange('not_observed'),
    excepted: present.length - drift.length,
    resources_not_complete: inventory.systems
      .flatMap(({ receipts }) => receipts)
      .filter(({ status }) => status !== 'complete').length,
    judged: { missing_sections: [...missingSections] },
    baseline: baseline && {
      scan: baseline.scan,
      approved_by: baseline.approvedBy,
      approved_on: baseline.approvedOn,
      appeared: baseline.appeared.toSorted(),
      vanished: baseline.vanished.toSorted(),
    },
    news: {
      since: news.since && { scan: news.since.scan, as_of: news.since.asOf },
      items: news.items
        .map(({ findingId, change, cause }) => ({ finding: findingId, change, cause }))
        .toSorted((one, other) => (one.finding < other.finding ? -1 : 1)),
    },
  };
}
