import { daysBefore, timeOfDay } from '#scanner/example/calendar.js';
import { isIn } from '#scanner/example/planted.js';
import { Random } from '#scanner/example/random.js';
import { googleLogins, type Login } from '#scanner/example/staff-logins.js';
import type { Setting } from '#scanner/example/setting.js';
import { FIRST_NAMES, LAST_NAMES } from '#scanner/example/words.js';
import { personId } from '../google-ids.js';
import { type Series, seriesBy } from '../series.js';
import { BAKERY_DOMAIN } from './own-domains.js';

/** Somebody with an account in the bakery's Workspace. */
export interface StaffMember {
  readonly index: number;
  readonly id: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly jobTitle: string;
  /** ISO 8601; null: never. */
  readonly lastLogin: string | null;
  readonly created: string;
  readonly isSuspended: boolean;
  readonly hasSecondFactor: boolean;
  readonly orgUnit: string;
}

const OPEN_FOR = 1650;

/** The bakery's staff by their place in the list, and invented people beyond it. */
export function staffOf(setting: Setting, count: number): Series<StaffMember> {
  const logins = bakeryLogins(setting);
  return seriesBy(count, (index) => {
    const login = logins[index];
    return login === undefined ? inventMember(index, setting) : memberOf(login, index, setting);
  });
}

export function bakeryLogins({ state }: Setting): readonly Login[] {
  return googleLogins
    .filter((login) => isIn(state, login))
    .map((login) => (state === 'first' ? login : { ...login, ...login.later }));
}

function memberOf(login: Login, index: number, { seed, today, opening }: Setting): StaffMember {
  const [givenName = '', ...family] = login.name.split(' ');
  return {
    index,
    id: personId(seed, login.email),
    email: login.email.toLowerCase(),
    givenName,
    familyName: family.join(' '),
    jobTitle: login.role,
    lastLogin: loginInstant(login.lastLogin, index, today),
    created: instant(daysBefore(opening, OPEN_FOR - index * 120), index),
    isSuspended: login.status === 'Suspended',
    hasSecondFactor: login.secondFactor === true,
    orgUnit: '/',
  };
}

function loginInstant(lastLogin: Login['lastLogin'], index: number, today: string): string | null {
  if (typeof lastLogin !== 'number') return null;
  // Whoever logged in today did so before anybody scans.
  return lastLogin === 0
    ? `${today}T05:3${index % 10}:09.000Z`
    : instant(daysBefore(today, lastLogin), index);
}

function inventMember(index: number, { seed, today, opening }: Setting): StaffMember {
  const random = new Random(seed, `staff ${index}`);
  const givenName = random.pick(FIRST_NAMES);
  const familyName = random.pick(LAST_NAMES);
  const email = `${plain(givenName)}.${plain(familyName)}${index}@${BAKERY_DOMAIN}`;
  const isNew = index % 40 === 17;
  return {
    index,
    id: personId(seed, email),
    email,
    givenName,
    familyName,
    jobTitle: random.pick(['Counter', 'Kitchen', 'Deliveries', 'Sales']),
    lastLogin: isNew ? null : instant(daysBefore(today, random.integer(1, 80)), index),
    created: instant(daysBefore(opening, isNew ? 2 : random.integer(90, OPEN_FOR)), index),
    isSuspended: index % 25 === 24,
    hasSecondFactor: index % 10 !== 9,
    orgUnit: '/Shops',
  };
}

function instant(day: string, number: number): string {
  return `${day}T${timeOfDay(number)}:09.000Z`;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^a-z]/giu, '')
    .toLowerCase();
}
