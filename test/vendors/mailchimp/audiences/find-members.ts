import type { Audience } from './audience.js';
import type { Status } from './statuses.js';

export type SortField = 'timestamp_opt' | 'timestamp_signup' | 'last_changed';

/** Which members are asked for. Instants in milliseconds since 1970; "since" and "before" leave the instant itself out. */
export interface MemberFilter {
  /** Null: all but those archived. */
  readonly status: Status | null;
  readonly sinceChanged: number | null;
  readonly beforeChanged: number | null;
  readonly sinceOptedIn: number | null;
  readonly beforeOptedIn: number | null;
  /** Every change in the account happened in one import. */
  readonly changedAtOnce: number | null;
  readonly sortField: SortField | null;
  readonly isDescending: boolean;
}

/** Found places, in order. Pages ask for the same again and again, so the latest are remembered. */
export class MemberFinder {
  private readonly audience: Audience;
  private readonly remembered = new Map<string, readonly number[]>();
  private version = 0;

  constructor(audience: Audience) {
    this.audience = audience;
  }

  find(filter: MemberFilter): readonly number[] {
    const { audience, remembered } = this;
    if (audience.version !== this.version || remembered.size >= MOST_REMEMBERED) remembered.clear();
    this.version = audience.version;
    const key = JSON.stringify(filter);
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const found = sorted(matching(audience, filter), filter, audience);
    remembered.set(key, found);
    return found;
  }
}

const MOST_REMEMBERED = 40;

function matching(audience: Audience, filter: MemberFilter): readonly number[] {
  const { status, sinceChanged, beforeChanged, sinceOptedIn, beforeOptedIn } = filter;
  const found: number[] = [];
  for (let place = 0; place < audience.size; place += 1) {
    if (audience.isGone(place)) continue;
    const own = audience.status(place);
    if (status === null ? own === 'archived' : own !== status) continue;
    if (!isWithin(changedAt(place, audience, filter), sinceChanged, beforeChanged)) continue;
    if (!isWithin(audience.optedIn(place), sinceOptedIn, beforeOptedIn)) continue;
    found.push(place);
  }
  return found;
}

/** A time that does not exist is within no limits. */
function isWithin(time: number, since: number | null, before: number | null): boolean {
  return (since === null || time > since) && (before === null || time < before);
}

function sorted(places: readonly number[], filter: MemberFilter, audience: Audience): readonly number[] {
  const { sortField, isDescending } = filter;
  if (sortField === null) return places;
  const time = (place: number): number => {
    if (sortField === 'last_changed') return changedAt(place, audience, filter);
    const known = sortField === 'timestamp_opt' ? audience.optedIn(place) : audience.signedUp(place);
    return Number.isNaN(known) ? 0 : known;
  };
  const sign = isDescending ? -1 : 1;
  return places.toSorted((left, right) => sign * (time(left) - time(right)) || left - right);
}

function changedAt(place: number, audience: Audience, { changedAtOnce }: MemberFilter): number {
  return audience.changed(place, changedAtOnce);
}
