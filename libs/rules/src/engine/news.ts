import type { Cause, Change, FindingEvent } from './finding.js';

/** Detail of the event by which an exception ends by itself; with it a finding is drift again. */
export const EXCEPTION_ENDED = 'exception ended';

/** Details of all events about an exception begin so; a person's other doings are no decision about drift. */
const ABOUT_EXCEPTION = 'exception ';

/** What became of one finding since the last report, folded from its events (law 7: news is not events). */
export interface NewsItem {
  readonly findingId: string;
  readonly change: Exclude<Change, 'unchanged'>;
  readonly cause: Cause;
}

/**
 * Folds the events since the last report, oldest first, into at most one item per finding: what came and went
 * in between is no news.
 */
export function newsFrom(events: readonly FindingEvent[]): readonly NewsItem[] {
  const byFinding = new Map<string, FindingEvent[]>();
  for (const event of events) {
    const list = byFinding.get(event.findingId);
    if (list) list.push(event);
    else byFinding.set(event.findingId, [event]);
  }
  return [...byFinding.values()].flatMap(fold);
}

function fold(events: readonly FindingEvent[]): readonly NewsItem[] {
  const first = events[0];
  const last = events.at(-1);
  if (!first || !last) return [];
  const arrived = events.find(({ change }) => change === 'new' || change === 'reopened');
  const wasThere =
    first.change === 'unchanged'
      ? first.observation !== 'absent'
      : first.change !== 'new' && first.change !== 'reopened';
  const isThere = last.observation !== 'absent';
  const { findingId } = first;
  if (!wasThere && !isThere) return [];
  if (!isThere) return [{ findingId, change: last.change === 'fixed' ? 'fixed' : 'gone', cause: last.cause }];
  if (!wasThere && arrived) {
    return [{ findingId, change: arrived.change === 'new' ? 'new' : 'reopened', cause: arrived.cause }];
  }
  if (last.observation === 'not_observed') return [{ findingId, change: 'not_observed', cause: last.cause }];
  if (isExceptionOver(events)) return [{ findingId, change: 'reopened', cause: 'disposition' }];
  const updated = events.findLast(({ change }) => change === 'updated');
  return updated ? [{ findingId, change: 'updated', cause: updated.cause }] : [];
}

/** Excepted at the last report, and not any more: what a person decided in between and is over is no news. */
function isExceptionOver(events: readonly FindingEvent[]): boolean {
  const decisions = events.filter(
    ({ change, cause, detail }) =>
      change === 'unchanged' && cause === 'disposition' && detail?.startsWith(ABOUT_EXCEPTION) === true,
  );
  return (
    decisions.length > 0 &&
    [decisions.at(0), decisions.at(-1)].every((event) => event?.detail === EXCEPTION_ENDED)
  );
}
