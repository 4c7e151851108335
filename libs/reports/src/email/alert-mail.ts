import { alertReportOf } from '../weekly/alert-report-of.js';
import type { WeekFacts } from '../weekly/week-facts.js';
import type { MailLinks } from './mail-links.js';
import type { ReportMail } from './report-mail.js';
import { mailOf } from './weekly-mail.js';

/** What must be told at once, as a mail; null: nothing must. The same facts and links give the same bytes. */
export async function alertMailOf(facts: WeekFacts, links: MailLinks | null): Promise<ReportMail | null> {
  const report = alertReportOf(facts);
  return report === null ? null : mailOf(report, facts, links);
}
