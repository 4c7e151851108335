import type { Cause, Change, FindingEvent } from './finding.js';

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
  const wasThere = first.change !== 'new' && first.change !== 'reopened';
  const isThere = last.observation !== 'absent';
  const { findingId } = first;
  if (!wasThere && !isThere) return [];
  if (!isThere) return [{ findingId, change: last.change === 'fixed' ? 'fixed' : 'gone', cause: last.cause }];
  if (!wasThere && arrived) {
    return [{ findingId, change: arrived.change === 'new' ? 'new' : 'reopened', cause: arrived.cause }];
  }
  if (last.observation === 'not_observed') return [{ findingId, change: 'not_observed', cause: last.cause }];
  const updated = events.findLast(({ change }) => change === 'updated');
  return updated ? [{ findingId, change: 'updated', cause: updated.cause }] : [];
}
