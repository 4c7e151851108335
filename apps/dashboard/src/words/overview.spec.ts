import { describe, expect, it } from '@jest/globals';
import type { OverviewAnswer } from '../api/shapes.js';
import { weekDayInWords } from './dates.js';
import { headlineOf, overviewWords } from './overview.js';

const GAP = { kind: 'unsupported', what: 'Which apps have access was not looked at.', steps: [] };
/** In the language of whoever runs the test. */
const monday = weekDayInWords('2026-11-23');
const NO_DRIFT = { high: 0, medium: 0, low: 0, info: 0, not_observed: 0 };
const MONDAY = { day: '2026-11-23', scanned_before: true, appeared: 0, fixed: 0, gone: 0 };

function system(coverage: 'read' | 'partial' | 'not read', untold = 0): OverviewAnswer['systems'][number] {
  return {
    system: 'crm',
    title: 'HubSpot',
    connector: 'hubspot',
    account: '1',
    simulated: false,
    coverage,
    complete: coverage === 'read' ? 3 : 1,
    of: 3,
    untold,
    drift: 0,
    gravest: null,
  };
}

function overview(change: Partial<OverviewAnswer>): OverviewAnswer {
  return {
    today: '2026-11-25',
    scan: { id: 's', as_of: '2026-11-25', finished_at: '2026-11-25T09:00:00Z' },
    anything_read: true,
    drift: NO_DRIFT,
    since: MONDAY,
    policy: true,
    next_scan_at: null,
    scan_under_way: null,
    scan_failed: null,
    duties: [],
    exceptions_ending: [],
    gaps: [],
    systems: [system('read')],
    ...change,
  };
}

describe('the one sentence', () => {
  it.each<[string, Partial<OverviewAnswer>, string]>([
    ['all is read and agrees', {}, 'Your tools agree with your policy.'],
    ['there was no scan', { scan: null }, 'Nothing has been scanned yet'],
    [
      'nothing could be read',
      { anything_read: false },
      'Nothing could be read, so nothing can be said of your tools.',
    ],
    [
      'the week brought something',
      { since: { ...MONDAY, appeared: 3, fixed: 1 }, drift: { ...NO_DRIFT, high: 3 } },
      `3 new things and 1 thing fixed since ${monday}.`,
    ],
    ['the week brought nothing', { drift: { ...NO_DRIFT, low: 2 } }, `Nothing new since ${monday}.`],
    [
      'the first scan is younger than Monday',
      { since: { ...MONDAY, scanned_before: false, appeared: 7 }, drift: { ...NO_DRIFT, high: 7 } },
      '7 things differ from your policy.',
    ],
    [
      'the first scan found nothing and could not read all',
      { since: { ...MONDAY, scanned_before: false }, systems: [system('partial'), system('not read')] },
      'Nothing that was read differs from your policy; 2 tools could not be fully read.',
    ],
    [
      'no tool was refused, but one tells no program everything',
      { gaps: [GAP], systems: [system('read', 1)] },
      `Nothing new since ${monday}; 1 thing could not be looked at.`,
    ],
  ])('where %s', (_where, change, sentence) => {
    expect(headlineOf(overview(change))).toBe(sentence);
  });
});

describe('what a card says of reading', () => {
  it('never calls read what nobody is told', () => {
    expect(overviewWords.coverage.read(system('read'))).toBe('All of it was read');
    expect(overviewWords.coverage.read(system('read', 1))).toBe(
      'Read, but for 1 thing that it tells no program',
    );
  });
});
