import Papa from 'papaparse';
import type { Evidence } from '#rules/engine/rule.js';
import { inReportOrder } from '../model/report-order.js';
import type { ReportedFinding, ScanOutcome } from '../model/scan-outcome.js';

/** A spreadsheet runs a cell that starts like this; names of fields, files and apps are anybody's text. */
const LIKE_A_FORMULA = /^\s*[=+\-@]|^[\t\r\n]/u;

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
 * The findings of a scan for a spreadsheet: one line each, in the order of every report, as RFC 4180 has it. A cell
 * that would be a formula starts with an apostrophe.
 */
export function reportAsCsv({ findings, inventory }: Pick<ScanOutcome, 'findings' | 'inventory'>): string {
  const data = inReportOrder(findings, inventory).map(rowOf);
  const text = Papa.unparse(
    { fields: [...COLUMNS], data },
    { escapeFormulae: LIKE_A_FORMULA, newline: '\r\n' },
  );
  return text.endsWith('\r\n') ? text : `${text}\r\n`;
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
