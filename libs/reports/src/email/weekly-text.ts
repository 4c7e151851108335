import { Page } from '../terminal/page.js';
import { dayInWords, numberInWords } from '../model/words.js';
import type { WeeklyItem, WeeklyLine, WeeklyReport, WeeklySection } from '../weekly/weekly-report.js';
import type { MailLinks } from './mail-links.js';
import { shortened, USUAL } from './shortened.js';
import type { FindingsTable } from './weekly-attachment.js';
import { trendInWords } from './trend-in-words.js';
import { endingOf, severityInWords } from './weekly-words.js';

/** Mail programs break lines of more than about 76 characters where they like. */
const WIDTH = 72;

/** The weekly report for whoever reads mail as text: complete, in lines of at most 72 characters. */
export function weeklyText(
  report: WeeklyReport,
  beside: { readonly links: MailLinks | null; readonly table: FindingsTable | null },
): string {
  const page = new Page({ colors: false, width: WIDTH });
  page.text(`${shortened(report.organization, USUAL.name)}, ${dayInWords(report.day)}`);
  page.gap();
  for (const sentence of report.summary) page.text(shortened(sentence, USUAL.text));
  for (const section of report.sections) writeSection(page, section);
  const trend = trendInWords(report.trend);
  if (trend !== null) {
    page.heading('HOW IT DEVELOPS');
    page.gap();
    page.text(trend, { indent: 2 });
  }
  page.gap();
  page.text('--');
  for (const sentence of endingOf(report, beside)) page.text(sentence);
  return `${page.toString()}\n`;
}

function writeSection(page: Page, { heading, items }: WeeklySection): void {
  page.heading(heading.toUpperCase());
  for (const item of items) writeItem(page, item);
}

function writeItem(page: Page, { severity, what, remarks, why, steps, lines, more }: WeeklyItem): void {
  page.gap();
  const mark = severity === null ? '' : `${severityInWords(severity)}: `;
  page.text(`${mark}${withRemarks(shortened(what, USUAL.what), remarks)}`, { indent: 2 });
  for (const line of lines) writeLine(page, line);
  if (more > 0) page.text(`and ${numberInWords(more)} more`, { indent: 4, left: [{ text: '* ' }] });
  if (why !== null) page.text(shortened(why, USUAL.text), { indent: 4 });
  for (const step of steps) page.text(shortened(step, USUAL.text), { indent: 4, left: [{ text: '-> ' }] });
}

function writeLine(page: Page, { text, remarks }: WeeklyLine): void {
  page.text(withRemarks(shortened(text, USUAL.what), remarks), { indent: 4, left: [{ text: '* ' }] });
}

function withRemarks(text: string, remarks: readonly string[]): string {
  return remarks.length === 0 ? text : `${text} (${remarks.join(', ')})`;
}
