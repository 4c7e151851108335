import { dayNumber } from '#scanner/example/calendar.js';
import type { AppGrant, AppHabit } from '../directory/app-grants.js';

/** Something that happened between a person and an app. */
export interface TokenEvent {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: 'authorize' | 'activity' | 'revoke';
  readonly grant: AppGrant;
  /** What was read; null for the other events. */
  readonly habit: AppHabit | null;
}

/** Google keeps 180 days; a little more is made, so that a scanner that asks further back meets the edge. */
const KEPT_DAYS = 190;
const DAY = 86_400_000;

/** What these grants led to up to the end of the day `today`, newest first, as Google lists it. */
export function tokenEventsOf(grants: readonly AppGrant[], today: string): readonly TokenEvent[] {
  const last = dayNumber(today);
  const first = last - KEPT_DAYS;
  return grants
    .flatMap((grant, place) => eventsOf(grant, place, first, last))
    .toSorted((left, right) => right.at - left.at);
}

function eventsOf(grant: AppGrant, place: number, first: number, last: number): readonly TokenEvent[] {
  const { grantedAt, revokedAt } = grant;
  const events: TokenEvent[] = [];
  const add = (at: number, name: TokenEvent['name'], habit: AppHabit | null) => {
    events.push({ at, name, grant, habit });
  };
  if (grantedAt >= first * DAY) add(grantedAt, 'authorize', null);
  if (revokedAt !== null) add(revokedAt, 'revoke', null);
  const end = revokedAt === null ? last : Math.min(last, dayOf(revokedAt) - 1);
  grant.app.habits.forEach((habit, turn) => {
    for (let day = Math.max(first, dayOf(grantedAt) + 1); day <= end; day += 1) {
      if ((day + place) % habit.everyDays === 0) {
        add(day * DAY + intoTheDay(place, day, turn), 'activity', habit);
      }
    }
  });
  return events;
}

function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** Some time of the morning, never twice the same millisecond for one grant. */
function intoTheDay(place: number, day: number, turn: number): number {
  const minutes = 4 * 60 + ((place * 17 + day * 7 + turn * 41) % 300);
  return minutes * 60_000 + ((place * 131 + turn * 13) % 60_000);
}

/** A little more or less each time; as large as the habit on average. */
export function bytesOf({ at, habit }: TokenEvent): number {
  if (habit === null) return 0;
  return Math.round(habit.bytes * (0.8 + (dayOf(at) % 5) / 10));
}
