import { UserActionError } from '#connectors/contract/error.js';

/** What each report can be written as; the first is what it is written as where nobody says. */
export const REPORT_FORMATS = {
  weekly: ['text', 'html', 'eml'],
  policy: ['html', 'pdf', 'text'],
  notice: ['text', 'html', 'pdf'],
  audit: ['html', 'pdf', 'text'],
  questionnaire: ['text', 'html', 'pdf', 'eml'],
  ropa: ['csv', 'html', 'pdf', 'text'],
} as const;

export type ReportKind = keyof typeof REPORT_FORMATS;
export type ReportFormat = (typeof REPORT_FORMATS)[ReportKind][number];

export const reportKinds = Object.keys(REPORT_FORMATS) as readonly ReportKind[];
export const reportFormats: readonly ReportFormat[] = ['text', 'html', 'pdf', 'csv', 'eml'];

/** What a report is made from, if not from a policy file alone. */
const FROM_SCANS: ReadonlySet<ReportKind> = new Set(['weekly', 'audit']);

/** The format that was asked for, or the usual one. @throws UserActionError for one that makes no sense of that report */
export function formatOf(kind: ReportKind, asked: ReportFormat | undefined): ReportFormat {
  const possible: readonly ReportFormat[] = REPORT_FORMATS[kind];
  const format = asked ?? possible[0];
  if (format !== undefined && possible.includes(format)) return format;
  throw new UserActionError({
    message: `The report "${kind}" can not be written as ${asked ?? 'that'}.`,
    step: `Choose one of these: --format ${possible.join(', ')}.`,
  });
}

/** @throws UserActionError where a file of a policy is not enough */
export function refuseFileFor(kind: ReportKind): void {
  if (!FROM_SCANS.has(kind)) return;
  throw new UserActionError({
    message: `The report "${kind}" tells what scans found, and a policy file alone does not say that.`,
    step: 'Leave --policy away, and name the data directory of your scans with --data-dir.',
  });
}
