import { reportAsCsv } from '../exports/csv.js';
import { inReportOrder } from '../model/report-order.js';
import type { ReportedFinding, ScanOutcome } from '../model/scan-outcome.js';
import type { MailAttachment } from './report-mail.js';

/** A table of findings that a mail can only count. */
export interface FindingsTable {
  readonly attachment: MailAttachment;
  /** Findings in it, the gravest, and all that are there. */
  readonly rows: number;
  readonly of: number;
}

/** Many servers refuse mails of more than 10 MB, and an attachment grows by a third on its way. */
const MOST_LETTERS = 5_000_000;

/** Every finding of the scan, gravest first, as far as a mail can carry them. */
export function findingsTable(
  outcome: Pick<ScanOutcome, 'findings' | 'inventory'>,
  day: string,
): FindingsTable {
  const present = outcome.findings.filter(({ finding }) => finding.observation !== 'absent');
  const findings = upTo(MOST_LETTERS, inReportOrder(present, outcome.inventory));
  const bytes = new TextEncoder().encode(reportAsCsv({ inventory: outcome.inventory, findings }));
  const fileName = `plumbline-findings-${day}.csv`;
  return {
    attachment: { fileName, contentType: 'text/csv; charset=utf-8', bytes },
    rows: findings.length,
    of: present.length,
  };
}

function upTo(most: number, findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  let letters = 0;
  const end = findings.findIndex(({ finding: { title, message, remedy, subject } }) => {
    letters += 200 + title.length + message.length + remedy.length + subject.length;
    return letters > most;
  });
  return end === -1 ? findings : findings.slice(0, end);
}
