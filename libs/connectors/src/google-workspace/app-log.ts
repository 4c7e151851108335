import type { AppFact, Source } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { AppBook, dayOf } from './app-book.js';
import type { AppLogMemory } from './app-log-memory.js';
import { googleCalls } from './google-calls.js';
import { googlePages } from './google-read.js';
import { rights } from './google-rights.js';
import { ActivitiesPage, type Activity } from './reports.schema.js';

const DAY_MS = 86_400_000;
/** Google keeps half a year; today is the last of these days. */
const DAYS_BACK = 180;

export interface AppLogReading {
  readonly facts: readonly AppFact[];
  readonly window: NonNullable<Receipt['window']>;
  /** To read on from next time. */
  readonly memory: AppLogMemory;
}

/**
 * Which apps have access, by the log of what they were allowed and did. Read on from where the last scan stood, with at
 * least a whole day again: lines come late. That day is not settled, so that nothing is counted twice.
 */
export async function readAppLog(
  session: VendorSession,
  source: Source,
  before: AppLogMemory | null,
): Promise<AppLogReading> {
  const now = session.now().getTime();
  const oldest = startOfDay(now) - (DAYS_BACK - 1) * DAY_MS;
  const isGapless = before !== null && before.until >= oldest;
  const from = isGapless ? Math.min(before.until, now) : oldest;
  const until = Math.max(startOfDay(now) - DAY_MS, from);
  const book = new AppBook(before?.apps ?? {});
  const seen = new Set<string>();
  for await (const activities of logPages(session, from, now)) {
    for (const activity of activities) {
      const key = `${activity.id.time} ${activity.id.uniqueQualifier ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const at = Date.parse(activity.id.time);
      const logged = { at, person: activity.actor?.profileId ?? '', isSettled: at < until };
      for (const event of activity.events) book.add(event, logged);
    }
  }
  const since = isGapless ? before.since : dayOf(oldest);
  return {
    facts: book.facts(source, now),
    window: { from: since, to: dayOf(now) },
    memory: { since, until, apps: book.remembered(now) },
  };
}

function logPages(
  session: VendorSession,
  from: number,
  to: number,
): AsyncGenerator<readonly Activity[], void> {
  return googlePages(session, rights.auditLog, ActivitiesPage, {
    call: (page) =>
      googleCalls.appLog({
        startTime: new Date(from).toISOString(),
        endTime: new Date(to).toISOString(),
        maxResults: 1000,
        fields: 'nextPageToken,items(id(time,uniqueQualifier),actor/profileId,events(name,parameters))',
        ...page,
      }),
    items: ({ items = [] }) => items,
  });
}

function startOfDay(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS;
}
