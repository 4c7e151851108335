import type { Evidence } from '#rules/engine/rule.js';
import { inReportOrder } from '../model/report-order.js';
import type { ReportedFinding, ScanOutcome } from '../model/scan-outcome.js';
import { csvTable } from './csv-table.js';

const COLUMNS = [
  'id',
  'severity',
  'rule',
  'system',
  'subject',
  'title',
  'message',
  'remedy',
  'count',
  'of',
  'observation',
  'disposition',
  'change',
  'first_seen',
  'last_seen',
] as const;

/**
 * The findings of a scan for a spreadsheet: one line each, in the order of every report.
 */
export function reportAsCsv({ findings, inventory }: Pick<ScanOutcome, 'findings' | 'inventory'>): string {
  return csvTable(COLUMNS, inReportOrder(findings, inventory).map(rowOf));
}

function rowOf({ finding, change }: ReportedFinding): (string | number)[] {
  const { id, severity, rule, system, subject, title, message, remedy, evidence } = finding;
  const { observation, disposition, firstSeen, lastSeen } = finding;
  const cells: Record<(typeof COLUMNS)[number], string | number> = {
    id,
    severity,
    rule,
    system: system ?? '',
    subject,
    title,
    message,
    remedy,
    count: countOf(evidence['count']),
    of: countOf(evidence['of']),
    observation,
    disposition: disposition.kind === 'exception' ? `exception until ${disposition.until}` : disposition.kind,
    change,
    first_seen: firstSeen,
    last_seen: lastSeen,
  };
  return COLUMNS.map((column) => cells[column]);
}

function countOf(value: Evidence[string] | undefined): number | '' {
  return typeof value === 'number' ? value : '';
}
