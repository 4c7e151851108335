import { accessedApps } from '#scanner/example/apps-list.js';
import { dayNumber, daysBefore } from '#scanner/example/calendar.js';
import { isIn } from '#scanner/example/planted.js';
import type { Setting } from '#scanner/example/setting.js';
import { googleScope } from '../google-scopes.js';
import type { Series } from '../series.js';
import type { StaffMember } from './staff.js';

/** What an app reads, again and again. */
export interface AppHabit {
  readonly api: string;
  readonly method: string;
  readonly bucket: string;
  readonly bytes: number;
  readonly everyDays: number;
}

export interface OfficeApp {
  readonly name: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly users: number;
  /** Days before the first day of the bakery; more than 180: the log tells nothing of it any more. */
  readonly grantedBefore: number;
  /** Days before the first day; null: it still has its access. */
  readonly revokedBefore: number | null;
  readonly habits: readonly AppHabit[];
}

const HOUR = 3_600_000;

/** One person's yes to one app. */
export interface AppGrant {
  readonly app: OfficeApp;
  readonly member: StaffMember;
  /** Milliseconds since 1970. */
  readonly grantedAt: number;
  /** Null: it stands. */
  readonly revokedAt: number | null;
}

const calendar = (everyDays: number): AppHabit => ({
  api: 'calendar',
  method: 'calendar.events.list',
  bucket: 'CALENDAR',
  bytes: 22_400,
  everyDays,
});
const driveContent = (bytes: number, everyDays: number): AppHabit => ({
  api: 'drive',
  method: 'drive.files.get',
  bucket: 'DRIVE',
  bytes,
  everyDays,
});

/** How the apps of the example's list behave, by name. Whoever is not here does as a calendar does. */
const BEHAVIOUR: Readonly<Record<string, Partial<OfficeApp>>> = {
  Zapier: {
    grantedBefore: 150,
    habits: [
      { api: 'gmail', method: 'gmail.users.messages.list', bucket: 'GMAIL', bytes: 48_000, everyDays: 3 },
      { api: 'drive', method: 'drive.files.list', bucket: 'DRIVE', bytes: 96_000, everyDays: 7 },
    ],
  },
  Claude: { grantedBefore: 70, habits: [driveContent(380_000, 14)] },
  'Otter.ai': {
    grantedBefore: 96,
    habits: [
      calendar(7),
      {
        api: 'people',
        method: 'people.people.connections.list',
        bucket: 'CONTACTS',
        bytes: 310_000,
        everyDays: 30,
      },
    ],
  },
  'Crumb Calendar': { grantedBefore: 400, habits: [calendar(7)] },
  // It was never used for more than to sign in.
  Perplexity: { grantedBefore: 33, habits: [] },
  // Blocked by the admin, which takes the access back.
  DeepSeek: { grantedBefore: 60, revokedBefore: 40, habits: [driveContent(1_900_000, 5)] },
  'Parcel Pigeon': { grantedBefore: -3 },
};

/** Somebody's private account, used for work: the biggest reader of all. */
const CHATGPT: OfficeApp = {
  name: 'ChatGPT',
  clientId: '100000000009-chatgpt.apps.example',
  scopes: ['openid', googleScope('userinfo.email'), googleScope('drive.readonly')],
  users: 2,
  grantedBefore: 45,
  revokedBefore: null,
  habits: [driveContent(4_200_000, 2)],
};

function officeApps({ state }: Setting): readonly OfficeApp[] {
  const listed = accessedApps
    .filter((app) => isIn(state, app))
    .map(({ name, clientId, scopes, users }): OfficeApp => ({
      name,
      clientId,
      scopes,
      users,
      grantedBefore: 120,
      revokedBefore: null,
      habits: [calendar(7)],
      ...BEHAVIOUR[name],
    }));
  return [...listed, CHATGPT];
}

/** Every grant of the bakery's. Invented staff use the calendar, and one in three also ChatGPT. */
export function appGrantsOf(
  setting: Setting,
  staff: Series<StaffMember>,
  known: number,
): readonly AppGrant[] {
  const apps = officeApps(setting);
  const people = Array.from({ length: staff.length }, (_, index) => staff.at(index));
  const able = people.filter(({ isSuspended, lastLogin }) => !isSuspended && lastLogin !== null);
  const bakers = able.filter(({ index }) => index < known);
  return [
    ...apps.flatMap((app, place) =>
      Array.from(
        { length: Math.min(app.users, bakers.length) },
        (_, turn) => bakers[(place + turn) % bakers.length],
      )
        .filter((member) => member !== undefined)
        .map((member) => grantOf(app, member, setting)),
    ),
    ...able
      .filter(({ index }) => index >= known)
      .flatMap((member) =>
        apps
          .filter(({ name }) => name === 'Crumb Calendar' || (name === 'ChatGPT' && member.index % 3 === 0))
          .map((app) => grantOf(app, member, setting)),
      ),
  ];
}

function grantOf(app: OfficeApp, member: StaffMember, { opening }: Setting): AppGrant {
  const { grantedBefore, revokedBefore } = app;
  const morning = (daysAgo: number): number =>
    (dayNumber(daysBefore(opening, daysAgo)) * 24 + 5) * HOUR + (member.index % 240) * 60_000;
  return {
    app,
    member,
    // Nobody says yes before there is an account.
    grantedAt: Math.max(morning(grantedBefore), Date.parse(member.created) + HOUR),
    revokedAt: revokedBefore === null ? null : morning(revokedBefore),
  };
}
