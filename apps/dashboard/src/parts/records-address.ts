import { addressOf } from '../shell/organization.js';
import type { ListableRule } from '../words/records.js';

/** Which records: by the rule that found them, the system, and the finding's subject. */
export interface WantedRecords {
  readonly rule: ListableRule;
  readonly system: string;
  /** Null: of all findings of that rule and system. */
  readonly subject: string | null;
}

/** The screen that shows them once. */
export function addressOfRecords(organization: string, { rule, system, subject }: WantedRecords): string {
  const asked = new URLSearchParams({ rule, system, ...(subject !== null && { subject }) });
  return `${addressOf(organization, 'records')}?${asked.toString()}`;
}
