import { describe, expect, it } from '@jest/globals';
import type { Change, FindingEvent, Observation } from './finding.js';
import { newsFrom } from './news.js';

function events(...changes: readonly Change[]): readonly FindingEvent[] {
  return changes.map((change) => ({
    findingId: 'f',
    change,
    cause: 'data',
    observation: after(change),
    detail: null,
  }));
}

function after(change: Change): Observation {
  if (change === 'fixed' || change === 'gone') return 'absent';
  return change === 'not_observed' ? 'not_observed' : 'present';
}

describe('news since the last report (law 7)', () => {
  const cases: readonly (readonly [readonly Change[], readonly string[]])[] = [
    [[], []],
    [['new'], ['new']],
    [['new', 'updated'], ['new']],
    [['new', 'fixed'], []],
    [['fixed'], ['fixed']],
    [['gone'], ['gone']],
    [['fixed', 'reopened'], []],
    [['reopened'], ['reopened']],
    [['reopened', 'fixed'], []],
    [['updated', 'updated'], ['updated']],
    [['updated', 'fixed'], ['fixed']],
    [['not_observed'], ['not_observed']],
    [['not_observed', 'unchanged'], []],
    [['not_observed', 'fixed'], ['fixed']],
    [['new', 'fixed', 'reopened'], ['new']],
  ];

  it.each(cases)('%j between two reports is %j', (changes, expected) => {
    expect(newsFrom(events(...changes)).map(({ change }) => change)).toEqual(expected);
  });
});
