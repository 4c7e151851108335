import type { Severity } from '#rules/engine/rule.js';
import { counted, numberInWords } from '../model/words.js';
import type { WeeklyReport } from '../weekly/weekly-report.js';
import type { MailLinks } from './mail-links.js';
import type { FindingsTable } from './weekly-attachment.js';
import { shortened, USUAL } from './shortened.js';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'To know',
};

export function severityInWords(severity: Severity): string {
  return SEVERITIES[severity];
}

/** Where the rest is, and why this mail comes. */
export function endingOf(
  { organization, unlisted, isAlert }: WeeklyReport,
  { links, table }: { readonly links: MailLinks | null; readonly table: FindingsTable | null },
): readonly string[] {
  return [
    ...(unlisted === 0
      ? []
      : [
          `${counted(unlisted, 'further finding is', 'further findings are')} only counted here; ${tableInWords(table)}.`,
        ]),
    ...(links === null ? [] : [`All of it: ${links.overview}`]),
    `You get this ${isAlert === true ? 'at once' : 'once a week'} because you look after ${shortened(organization, USUAL.name)} in Plumbline. Who gets it and when is set there under Reports.`,
    "Plumbline keeps none of your customers' data, and this mail holds none.",
  ];
}

function tableInWords(table: FindingsTable | null): string {
  if (table === null) return 'the scan itself lists them';
  return table.rows === table.of
    ? 'the attached table has them all'
    : `the attached table has the gravest ${numberInWords(table.rows)} of ${numberInWords(table.of)}`;
}
