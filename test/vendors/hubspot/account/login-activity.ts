import { daysBefore } from '#scanner/example/calendar.js';
import { loginsOf } from '#scanner/example/staff-lists.js';
import { hubspotLogins } from '#scanner/example/staff-logins.js';
import type { VendorContext } from '../../core/simulated-vendor.js';
import { userIdOf } from '../hubspot-ids.js';
import { instantOf } from '../objects/instants.js';

/** HubSpot tells logins of the last 90 days; who came last before that has none. */
const DAYS_KEPT = 90;
const DAYS_BETWEEN_LOGINS = 7;

export interface LoginBody {
  readonly id: string;
  readonly userId: number;
  readonly email: string;
  readonly loginAt: string;
  readonly loginSucceeded: boolean;
  readonly ipAddress: string;
  readonly location: string;
  readonly countryCode: string;
  readonly regionCode: string;
  readonly userAgent: string;
}

/** Every login that HubSpot still tells, newest first: once a week up to the last one, and one that failed. */
export function loginActivity({ bakery: { setting } }: VendorContext): readonly LoginBody[] {
  const logins = loginsOf(hubspotLogins, setting).flatMap(({ email, lastLogin }, index) => {
    if (typeof lastLogin !== 'number') return [];
    const count = Math.max(0, Math.floor((DAYS_KEPT - lastLogin) / DAYS_BETWEEN_LOGINS) + 1);
    return Array.from({ length: count }, (_, week) =>
      loginBody(email, index, daysBefore(setting.today, lastLogin + week * DAYS_BETWEEN_LOGINS), true),
    );
  });
  const failed = loginBody('jo@pixelpantry.example', 9, daysBefore(setting.today, 6), false);
  return [...logins, failed].toSorted((left, right) => (left.loginAt < right.loginAt ? 1 : -1));
}

function loginBody(email: string, index: number, day: string, loginSucceeded: boolean): LoginBody {
  return {
    id: `${day.replaceAll('-', '')}${String(index).padStart(2, '0')}${loginSucceeded ? '1' : '0'}`,
    userId: Number(userIdOf(email)),
    email,
    loginAt: instantOf(day, index),
    loginSucceeded,
    ipAddress: `203.0.113.${10 + index}`,
    location: 'Fernbrook, New York',
    countryCode: 'us',
    regionCode: 'ny',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Example/1.0',
  };
}
