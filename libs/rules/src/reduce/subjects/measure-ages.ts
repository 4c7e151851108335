import type { AgeMeasure, MonthCount, SubjectKind, Trigger } from '../../engine/measures.js';
import { isoDay, NO_DAY } from './day.js';
import type { HeldRecords } from './held-records.js';
import { otherDay, triggerDay } from './measure-retention.js';
import type { SubjectFacts } from './subject-facts.js';

const COMBINATIONS: readonly (readonly [SubjectKind, Trigger])[] = [
  ['customers', 'last_purchase'],
  ['customers', 'last_activity'],
  ['leads', 'last_purchase'],
  ['leads', 'last_activity'],
];

/** How many subjects of a system last bought, or did something, in which month. Counts only. */
export function measureAges(held: HeldRecords, facts: SubjectFacts): readonly AgeMeasure[] {
  const counters = COMBINATIONS.map(([subjects, after]) => ({
    subjects,
    after,
    days: new Map<number, number>(),
    silent: new Map<number, number>(),
  }));
  held.forEach((subject, isFirst) => {
    if (!isFirst) return;
    const kind = facts.isCustomer(subject) ? 'customers' : 'leads';
    for (const { subjects, after, days, silent } of counters) {
      if (subjects !== kind) continue;
      const day = triggerDay(facts, subject, after);
      const counts = day === NO_DAY ? silent : days;
      const key = day === NO_DAY ? otherDay(facts, subject, after) : day;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  return counters
    .filter(({ days, silent }) => days.size + silent.size > 0)
    .map(({ subjects, after, days, silent }) => ({
      subjects,
      after,
      months: byMonth(days),
      silent: byMonth(silent),
    }));
}

function byMonth(days: ReadonlyMap<number, number>): readonly MonthCount[] {
  const months = new Map<string | null, number>();
  for (const [day, count] of [...days].toSorted(([left], [right]) => left - right)) {
    const month = day === NO_DAY ? null : isoDay(day).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + count);
  }
  return [...months].map(([month, subjects]) => ({ month, subjects }));
}
