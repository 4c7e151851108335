import { ReadRefusedError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';
import type { HubspotApi } from './hubspot-api.js';
import type { HubspotMemory } from './log-memory.js';
import { PATHS } from './paths.js';
import { type Login, LoginPage, type User } from './person.schema.js';
import { SCOPES } from './sheet.js';
import { isNotForThisLogin } from './verdicts.js';
import { readWholeList } from './whole-list.js';

const LOGINS_A_PAGE = 200;

export interface LastLogins {
  /** YYYY-MM-DD; absent: not seen, which is not never. */
  dayOf(user: Pick<User, 'id' | 'email'>): string | undefined;
  /** Why a later login may be unknown. */
  readonly shortfall: Refusal | null;
}

/**
 * When each person last logged in. HubSpot tells of 90 days; what it told in earlier scans is remembered. Where the right
 * was never given, nothing is known and nothing is missing.
 */
export async function readLastLogins(
  api: HubspotApi,
  memory: HubspotMemory,
  startedAt: Date,
): Promise<LastLogins> {
  const before = memory.logins;
  try {
    const { items, shortfall } = await readWholeList<Login>({
      pageSize: LOGINS_A_PAGE,
      page: (limit, after) =>
        api.get(LoginPage, {
          path: PATHS.logins,
          scope: SCOPES.security,
          query: { limit, ...(after !== null && { after }) },
        }),
      isNew: ({ loginAt }) => Date.parse(loginAt) >= startedAt.getTime(),
    });
    const logins = withLater(notLongGone(before ?? {}, startedAt), items);
    memory.keep({ logins });
    return lastLogins(logins, shortfall);
  } catch (error) {
    if (!(error instanceof ReadRefusedError)) throw error;
    const { refusal } = error;
    const isNotGiven = before === null && isNotForThisLogin(refusal);
    return lastLogins(before ?? {}, isNotGiven ? null : { ...refusal, status: 'partial' });
  }
}

/** Staff who were not seen for 13 months are forgotten (law 1). */
function notLongGone(
  days: Readonly<Record<string, string>>,
  startedAt: Date,
): Readonly<Record<string, string>> {
  const cutoff = new Date(startedAt.getTime() - 395 * 86_400_000).toISOString().slice(0, 10);
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day >= cutoff));
}

function withLater(
  before: Readonly<Record<string, string>>,
  logins: readonly Login[],
): Readonly<Record<string, string>> {
  const days = new Map(Object.entries(before));
  for (const { email, userId, loginAt, loginSucceeded } of logins) {
    const day = loginAt.slice(0, 10);
    if (!loginSucceeded || !/^\d{4}-\d{2}-\d{2}$/u.test(day)) continue;
    for (const key of [email?.trim().toLowerCase(), userId?.toString()]) {
      if (key !== undefined && key !== '' && day > (days.get(key) ?? '')) days.set(key, day);
    }
  }
  return Object.fromEntries([...days].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function lastLogins(days: Readonly<Record<string, string>>, shortfall: Refusal | null): LastLogins {
  return {
    dayOf: ({ id, email }) =>
      [days[email.trim().toLowerCase()], days[id]]
        .filter((day) => day !== undefined)
        .toSorted()
        .at(-1),
    shortfall,
  };
}
