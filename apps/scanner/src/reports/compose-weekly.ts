import type { MailLinks } from '#reports/email/mail-links.js';
import type { ReportMail } from '#reports/email/report-mail.js';
import { weeklyMailOf } from '#reports/email/weekly-mail.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { weekFacts } from './week-facts.js';

export interface ComposedWeekly {
  readonly mail: ReportMail;
  /** The scan that it tells of: once it is sent, nothing up to there is news. Null before the first scan. */
  readonly scan: string | null;
  /** The day it is for, YYYY-MM-DD in the policy's time zone. */
  readonly day: string;
}

/** The weekly mail of an organization as it is at an instant, with links where the dashboard can be reached. */
export async function composeWeekly(
  records: OrganizationRecords,
  at: Date,
  links: MailLinks | null,
): Promise<ComposedWeekly> {
  const facts = await weekFacts(records, at);
  return {
    mail: await weeklyMailOf(facts, links),
    scan: facts.outcome?.scan.id ?? null,
    day: facts.day,
  };
}
