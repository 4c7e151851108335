import type { Severity } from '#rules/engine/rule.js';
import { numberInWords } from '../model/words.js';
import type { WeeklyReport } from '../weekly/weekly-report.js';
import type { MailLinks } from './mail-links.js';
import { LONGEST, shortened } from './shortened.js';

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
  { organization, unlisted }: WeeklyReport,
  links: MailLinks | null,
): readonly string[] {
  return [
    ...(unlisted === 0
      ? []
      : [`${numberInWords(unlisted)} further findings are only counted here; the attached table has them.`]),
    ...(links === null ? [] : [`All of it: ${links.overview}`]),
    `You get this once a week because you look after ${shortened(organization, LONGEST.name)} in Plumbline. Who gets it and when is set there under Reports.`,
    "Plumbline keeps none of your customers' data, and this mail holds none.",
  ];
}
