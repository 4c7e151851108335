import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dateOrder, dayOf } from './dates.js';

describe('the order of a column of dates', () => {
  it.each([
    [['03/04/2026', '25/12/2026'], 'US', 'day-first'],
    [['03/04/2026', '12/25/2026'], 'IT', 'month-first'],
    [['03/04/2026'], 'US', 'month-first'],
    [['03/04/2026'], 'IT', 'day-first'],
    [['03.04.2026'], 'US', 'day-first'],
    [['03/04/2026'], null, null],
    [['03/04/2026'], 'CA', null],
    [['25/12/2026', '12/25/2026'], 'US', null],
  ] as const)('of %j in %s is %s', (values, country, order) => {
    expect(dateOrder(values, country)).toBe(order);
  });

  it('does not depend on the order of the rows (law 6)', () => {
    const date = fc
      .tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }))
      .map(([a, b]) => `${String(a)}/${String(b)}/2026`);
    fc.assert(
      fc.property(fc.array(date, { maxLength: 8 }), (values) => {
        expect(dateOrder(values.toReversed(), 'US')).toBe(dateOrder(values, 'US'));
      }),
    );
  });
});

describe('the day of a date', () => {
  it.each([
    ['2026-11-20', null, '2026-11-20'],
    ['2026-11-20 08:00:00', null, '2026-11-20'],
    ['2026-11-20T08:00:00Z', null, '2026-11-20'],
    ['2026/1/2 08:00', null, '2026-01-02'],
    ['03/04/2026', 'day-first', '2026-04-03'],
    ['03/04/26', 'month-first', '2026-03-04'],
    ['03/04/2026', null, null],
    ['04/04/2026', null, '2026-04-04'],
    ['30/02/2026', 'day-first', null],
    ['November 20, 2026', null, '2026-11-20'],
    ['Friday, Nov 20, 2026 10:05 AM', null, '2026-11-20'],
    ['20 November 2026', null, '2026-11-20'],
    ['20260', null, null],
    ['soon', 'day-first', null],
    ['', 'day-first', null],
  ] as const)('%j, read %s, is %s', (text, order, day) => {
    expect(dayOf(text, order)).toBe(day);
  });
});
