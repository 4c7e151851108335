import { describe, expect, it } from '@jest/globals';
import type { Change, FindingEvent, Observation } from './finding.js';
import { EXCEPTION_ENDED, newsFrom } from './news.js';

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

  it.each([
    ['that ended makes drift come back', [EXCEPTION_ENDED], ['reopened']],
    ['that was given is what the person did', ['exception until 2027-01-31'], []],
    ['that was given and ended in between is over', ['exception until 2026-11-25', EXCEPTION_ENDED], []],
    ['that ended and was given again still holds', [EXCEPTION_ENDED, 'exception until 2027-01-31'], []],
    ['that ended after a comment makes drift come back', ['comment', EXCEPTION_ENDED], ['reopened']],
    ['that ended before a comment makes drift come back', [EXCEPTION_ENDED, 'comment'], ['reopened']],
  ])('an exception %s', (_, details, expected) => {
    const decisions = details.map((detail): FindingEvent => ({
      findingId: 'f',
      change: 'unchanged',
      cause: 'disposition',
      observation: 'present',
      detail,
    }));
    expect(newsFrom(decisions).map(({ change }) => change)).toEqual(expected);
  });

  it.each([
    ['comes back', 'reopened', ['reopened']],
    ['stays away', 'unchanged', []],
  ] as const)(
    'of a finding that people talked about while it was away, and that %s',
    (_, change, expected) => {
      const comment: FindingEvent = {
        findingId: 'f',
        change: 'unchanged',
        cause: 'disposition',
        observation: 'absent',
        detail: 'comment',
      };
      const then = change === 'unchanged' ? [] : events(change);
      expect(newsFrom([comment, ...then]).map((item) => item.change)).toEqual(expected);
    },
  );
});
