import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addTerm } from '../../policy/term.js';
import { dayOf, isoDay, lastDayOverdue } from './day.js';
import { evidenceDay } from './evidence-day.js';
import { months } from './join.spec-builders.js';

const anyDay = fc.integer({ min: 1, max: 65_533 }).map(isoDay);

describe('days', () => {
  it('are the calendar, whatever the time beside them', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('', ' 00:00:00', ' 23:59:59', 'T02:30:00Z'), (day, time) => {
        expect(isoDay(dayOf(day + time))).toBe(day);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-32',
    '11/20/2026',
    '1970-01-01',
    '0000-01-01',
    'yes',
  ])('%j is no day', (text) => {
    expect(dayOf(text)).toBe(0);
  });

  it('know the last day whose term has run out (E1, E11)', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (end, count) => {
        const last = lastDayOverdue(dayOf(end), months(count));
        if (last > 0) expect(addTerm(isoDay(last), months(count)) <= end).toBe(true);
        expect(addTerm(isoDay(last + 1), months(count)) > end).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('days of evidence that no data sheet knows (E34, E36)', () => {
  it.each([
    ['2025-03-01 10:00', null, '2025-03-01'],
    ['2025/03/01', null, '2025-03-01'],
    ['03/01/2025', 'US', '2025-03-01'],
    ['3/1/2025 10:00', 'US', '2025-03-01'],
    ['01/03/2025', 'GB', '2025-03-01'],
    ['1.3.2025', 'DE', '2025-03-01'],
    ['25/03/2025', null, '2025-03-25'],
    ['03/25/2025', null, '2025-03-25'],
  ])('%s in %s', (cell, country, expected) => {
    expect(isoDay(evidenceDay(cell, country))).toBe(expected);
  });

  it.each([
    ['03/01/2025', null],
    ['yes', 'US'],
    ['', 'US'],
  ])('%j in %s is no day', (cell, country) => {
    expect(evidenceDay(cell, country)).toBe(0);
  });
});
