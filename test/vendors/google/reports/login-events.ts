import { dayNumber } from '#scanner/example/calendar.js';
import type { StaffMember } from '../directory/staff.js';
import type { Series } from '../series.js';

/** Somebody logged in, or tried to. */
export interface LoginEvent {
  readonly at: number;
  readonly name: 'login_success' | 'login_failure';
  readonly member: StaffMember;
}

const KEPT_DAYS = 190;
const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** The last login of each, and one a week before it; newest first. */
export function loginEventsOf(staff: Series<StaffMember>, today: string): readonly LoginEvent[] {
  const oldest = (dayNumber(today) - KEPT_DAYS) * DAY;
  const events: LoginEvent[] = [];
  for (let index = 0; index < staff.length; index += 1) {
    const member = staff.at(index);
    if (member.lastLogin === null) continue;
    const created = Date.parse(member.created);
    for (let at = Date.parse(member.lastLogin); at >= Math.max(oldest, created); at -= WEEK) {
      events.push({ at, name: 'login_success', member });
      if ((Math.floor(at / DAY) + index) % 11 === 0) {
        events.push({ at: at - 60_000, name: 'login_failure', member });
      }
    }
  }
  return events.toSorted((left, right) => right.at - left.at);
}
