import { reportAsCsv } from '../exports/csv.js';
import { inReportOrder } from '../model/report-order.js';
import type { ScanOutcome } from '../model/scan-outcome.js';
import type { MailAttachment } from './report-mail.js';

/** Gravest first; what is beyond fits no mail. */
export const MOST_ROWS = 10_000;

/** Every finding of the scan as a table, for a mail that can only count them. */
export function findingsAttachment(outcome: ScanOutcome, day: string): MailAttachment {
  const present = outcome.findings.filter(({ finding }) => finding.observation !== 'absent');
  const findings = inReportOrder(present, outcome.inventory).slice(0, MOST_ROWS);
  return {
    fileName: `plumbline-findings-${day}.csv`,
    contentType: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(reportAsCsv({ ...outcome, findings })),
  };
}
