import { describe, expect, it } from '@jest/globals';
import type { NewsItem } from '#rules/engine/news.js';
import { changesOf } from './changes.js';
import { finding, outcome, reported } from './report.spec-builders.js';

const BIRTHDAY = reported(finding('field.undeclared', 'contact.birthday'));
const { id } = BIRTHDAY.finding;

const groupsOf = (...items: readonly NewsItem[]) =>
  changesOf(outcome({ findings: [BIRTHDAY], news: { since: { scan: 's', asOf: '2026-11-16' }, items } }))
    ?.groups;

describe('what changed since the last report (law 7)', () => {
  it('is nothing to speak of on the first report', () => {
    const items = [{ findingId: id, change: 'new', cause: 'data' }] as const;
    expect(changesOf(outcome({ findings: [BIRTHDAY], news: { since: null, items } }))).toBeNull();
  });

  it.each([
    ['new', 'data', 'new'],
    ['reopened', 'data', 'reopened'],
    ['updated', 'data', 'updated'],
    ['not_observed', 'data', 'not_observed'],
    ['fixed', 'data', 'fixed'],
    ['gone', 'policy', 'gone_by_policy'],
    ['gone', 'rules', 'gone_by_rules'],
    ['gone', 'disposition', 'gone_by_decision'],
    ['gone', 'data', 'told_otherwise'],
    ['fixed', 'policy', 'gone_by_policy'],
  ] as const)('calls %s by %s %s (E22)', (change, cause, kind) => {
    expect(groupsOf({ findingId: id, change, cause })).toEqual([{ kind, count: 1, findings: [BIRTHDAY] }]);
  });

  it('counts what this scan does not know any more', () => {
    expect(groupsOf({ findingId: 'long gone', change: 'fixed', cause: 'data' })).toEqual([
      { kind: 'fixed', count: 1, findings: [] },
    ]);
  });
});
