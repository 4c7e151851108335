import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addTerm, daysBetween, parseTerm, termInWords, todayIn } from './term.js';

describe('parseTerm (E1)', () => {
  it.each([
    ['24 months', { years: 0, months: 24, weeks: 0, days: 0 }],
    ['P24M', { years: 0, months: 24, weeks: 0, days: 0 }],
    ['7 years', { years: 7, months: 0, weeks: 0, days: 0 }],
    ['90 days', { years: 0, months: 0, weeks: 0, days: 90 }],
    ['2 Weeks', { years: 0, months: 0, weeks: 2, days: 0 }],
    ['1 year and 6 months', { years: 1, months: 6, weeks: 0, days: 0 }],
    ['P1Y6M', { years: 1, months: 6, weeks: 0, days: 0 }],
    ['  1  month ', { years: 0, months: 1, weeks: 0, days: 0 }],
  ])('reads %j', (text, term) => {
    expect(parseTerm(text)).toEqual(term);
  });

  it.each(['', '24', 'months', '24 moons', '0 days', 'P', 'P0D', '1.5 years', '-3 months', '101 years'])(
    'refuses %j',
    (text) => {
      expect(parseTerm(text)).toBeNull();
    },
  );

  it.each(['6 months and 6 months', 'PT24H', 'P1Y foo'])('refuses %j', (text) => {
    expect(parseTerm(text)).toBeNull();
  });

  it('reads back what termInWords says', () => {
    fc.assert(
      fc.property(
        fc.record({
          years: fc.nat({ max: 100 }),
          months: fc.nat({ max: 1200 }),
          weeks: fc.nat({ max: 5200 }),
          days: fc.nat({ max: 36500 }),
        }),
        (term) => {
          fc.pre(Object.values(term).some((count) => count > 0));
          expect(parseTerm(termInWords(term))).toEqual(term);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('calendar arithmetic (E1)', () => {
  it('adds calendar months, to the last day where a month is too short', () => {
    expect(addTerm('2026-01-31', { years: 0, months: 1, weeks: 0, days: 0 })).toBe('2026-02-28');
    expect(addTerm('2024-02-29', { years: 1, months: 0, weeks: 0, days: 0 })).toBe('2025-02-28');
    expect(addTerm('2026-09-30', { years: 0, months: 3, weeks: 0, days: 0 })).toBe('2026-12-30');
    expect(addTerm('2026-12-30', { years: 0, months: 0, weeks: 1, days: 0 })).toBe('2027-01-06');
  });

  it('counts days over a change of the clocks and a leap day', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });

  it('takes today from the time zone of the policy', () => {
    const instant = new Date('2026-11-24T03:30:00Z');
    expect(todayIn('America/New_York', instant)).toBe('2026-11-23');
    expect(todayIn('UTC', instant)).toBe('2026-11-24');
    expect(todayIn('Pacific/Auckland', new Date('2026-11-23T12:00:00Z'))).toBe('2026-11-24');
  });
});
