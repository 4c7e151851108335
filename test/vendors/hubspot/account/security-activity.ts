import { daysBefore } from '#scanner/example/calendar.js';
import type { VendorContext } from '../../core/simulated-vendor.js';
import { userIdOf } from '../hubspot-ids.js';
import { instantOf } from '../objects/instants.js';

export interface SecurityBody {
  readonly id: string;
  readonly userId: number;
  readonly actingUser: string;
  readonly type: string;
  readonly createdAt: string;
  readonly objectId?: string;
  readonly ipAddress: string;
  readonly location: string;
  readonly countryCode: string;
  readonly regionCode: string;
}

/** What happened at the bakery, by days before the first exports; those in `later` only a week on. */
const EVENTS: readonly (readonly [days: number, type: string, email: string, objectId: string | null])[] = [
  [410, 'INSTALL_INTEGRATION', 'maria@sweetcrumb.example', '1903711'],
  [380, 'ADD_USER', 'maria@sweetcrumb.example', userIdOf('jo@pixelpantry.example')],
  [201, 'ADD_ADMIN_PERMISSIONS', 'maria@sweetcrumb.example', userIdOf('tom@sweetcrumb.example')],
  [120, 'PRIVATE_APP_ACCESS_TOKEN_CREATE', 'tom@sweetcrumb.example', '2280415'],
  [119, 'PRIVATE_APP_ACCESS_TOKEN_VIEW', 'tom@sweetcrumb.example', '2280415'],
  [33, 'SERVICE_KEY_CREATE', 'maria@sweetcrumb.example', '7700021'],
  [31, 'CONTACT_DATA_EXPORT', 'jo@pixelpantry.example', null],
  [12, 'CONTACT_DATA_EXPORT', 'sam@sweetcrumb.example', null],
  [9, 'INSTALL_INTEGRATION', 'tom@sweetcrumb.example', '2471190'],
  [8, 'PERSONAL_ACCESS_KEY_CREATE', 'tom@sweetcrumb.example', null],
  [-3, 'DEACTIVATE_USER', 'maria@sweetcrumb.example', userIdOf('ben@sweetcrumb.example')],
  [-5, 'CONTACT_DATA_EXPORT', 'lena@sweetcrumb.example', null],
];

/** Every event up to today, newest first. */
export function securityActivity({ bakery: { setting } }: VendorContext): readonly SecurityBody[] {
  return EVENTS.map(([days, ...event], index) => ({ day: daysBefore(setting.opening, days), event, index }))
    .filter(({ day }) => day <= setting.today)
    .map(({ day, event: [type, email, objectId], index }) => ({
      id: String(880_001 + index),
      userId: Number(userIdOf(email)),
      actingUser: email,
      type,
      createdAt: instantOf(day, index + 3),
      ...(objectId === null ? {} : { objectId }),
      ipAddress: `203.0.113.${40 + index}`,
      location: 'Fernbrook, New York',
      countryCode: 'us',
      regionCode: 'ny',
    }))
    .toSorted((left, right) => (left.createdAt < right.createdAt ? 1 : -1));
}
