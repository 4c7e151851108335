import { alertMailOf } from '#reports/email/alert-mail.js';
import type { MailLinks } from '#reports/email/mail-links.js';
import type { ReportMail } from '#reports/email/report-mail.js';
import { todayIn } from '#rules/policy/term.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { outcomeOf } from '../findings/outcome.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { timeZoneOf } from './time-zone-of.js';

export interface ComposedAlert {
  /** Null: nothing must be told at once. */
  readonly mail: ReportMail | null;
  /** The scan that was looked at; null before the first. */
  readonly scan: string | null;
}

/** What the latest scan brought that must be told at once, against what was last looked at on that channel (law 7). */
export async function composeAlert(
  records: OrganizationRecords,
  { at, channel, links }: { readonly at: Date; readonly channel: string; readonly links: MailLinks | null },
): Promise<ComposedAlert> {
  const scan = await records.first(ScanEntity, { order: { sequence: 'DESC' } });
  if (scan === null) return { mail: null, scan: null };
  const facts = {
    organization: records.organization,
    day: todayIn(await timeZoneOf(records), at),
    outcome: await outcomeOf(records, scan, channel),
    isScannedSince: true,
    failedScan: null,
    assignees: new Map<string, string>(),
    trend: [],
  };
  return { mail: await alertMailOf(facts, links), scan: scan.id };
}
