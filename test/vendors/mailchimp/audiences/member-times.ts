import { mailchimpColumns } from '#scanner/example/mailchimp-audience.js';
import type { Customer } from '#scanner/example/customer.js';
import { Random } from '#scanner/example/random.js';
import { unsubscribedOn } from '#scanner/example/relationship.js';
import type { Setting } from '#scanner/example/setting.js';
import { instantOf } from '../mailchimp-times.js';
import type { PlannedMember } from './member-plan.js';

const COLUMNS = new Map(mailchimpColumns.map((column) => [column.header, column]));

/** The cell of the export's column of that header in a member's line; "" where it is empty. */
export function cellOf(
  customer: Customer,
  { line }: PlannedMember,
  { seed, opening }: Setting,
  header: string,
): string {
  return COLUMNS.get(header)?.value(customer, new Random(seed, `${header} ${line}`), opening) ?? '';
}

/** Instants by which members are found and sorted, milliseconds since 1970; null: none. */
export interface MemberTimes {
  readonly signedUp: number | null;
  readonly optedIn: number | null;
  readonly changed: number;
}

export function timesOf(customer: Customer, member: PlannedMember, setting: Setting): MemberTimes {
  const at = (header: string): number | null => instantOf(cellOf(customer, member, setting, header));
  const left = `${unsubscribedOn(customer, setting.opening)} 10:15:00`;
  return {
    signedUp: at('OPTIN_TIME'),
    optedIn: at('CONFIRM_TIME'),
    // Leaving is a change; the interface has no other day of it.
    changed: (member.status === 'unsubscribed' ? instantOf(left) : at('LAST_CHANGED')) ?? 0,
  };
}
