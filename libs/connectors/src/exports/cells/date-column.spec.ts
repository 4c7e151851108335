import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DateColumn } from './date-column.js';

function columnOf(cells: readonly string[], country: string | null = 'US', keepsWords = false): DateColumn {
  const column = new DateColumn({ keepsWords });
  column.settle(cells, country);
  return column;
}

describe('a column of dates', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-20 08:15:30', '2026-11-20 08:15:30'],
    ['2026-11-20 08:15', '2026-11-20 08:15:00'],
    ['2026-11-20T08:15:30.123Z', '2026-11-20 08:15:30'],
    ['2026-11-20 08:15:30 -0500', '2026-11-20 08:15:30'],
    ['2026-11-20 08:15:30 PM', '2026-11-20'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', ''],
    ['0000-00-00', ''],
    ['2026/1/2 08:00', '2026-01-02'],
    ['1/2/2026 10:05 AM', '2026-01-02'],
    ['01/02/26', '2026-01-02'],
    ['13/02/2026', ''],
    ['Nov 20, 2026', '2026-11-20'],
    ['20 de noviembre de 2026', '2026-11-20'],
    ['20. März 2026', '2026-03-20'],
    ['1er août 2026', '2026-08-01'],
    ['20-Nov-2026', '2026-11-20'],
    ['soon', ''],
    ['', ''],
  ])('reads %j, in the order of the country, as %j', (cell, read) => {
    expect(columnOf([]).read(cell)).toBe(read);
  });

  it('is read in the order that one of its cells demands, before the country is asked', () => {
    const column = columnOf(['03/04/2026', '25/12/2025']);
    expect(column.read('03/04/2026')).toBe('2026-04-03');
    expect([column.first, column.last, column.doubt]).toEqual(['2026-04-03', '2026-04-03', null]);
  });

  it.each([
    ['both orders at once', ['25/12/2025', '12/25/2025'], '03/04/2026', 'US', 'dates in two orders'],
    ['another order further down', ['12/25/2025'], '25/12/2026', 'US', 'dates in two orders'],
    ['another order than the country has', ['03/04/2026'], '25/12/2026', 'US', 'dates in two orders'],
    ['no order at all', ['03/04/2026'], '03/04/2026', null, 'dates that can be read in two ways'],
  ])('with %s reads no date, and says so (E36)', (_, first, cell, country, doubt) => {
    const column = columnOf(first, country);
    expect(column.read(cell)).toBe('');
    expect(column.doubt).toBe(doubt);
  });

  it('keeps words where they say something: an opt-out needs no date', () => {
    const column = columnOf([], 'US', true);
    expect(['true', 'No', '03/04/2026'].map((cell) => column.read(cell))).toEqual([
      'true',
      'No',
      '2026-03-04',
    ]);
  });

  it('reads every day alike, in whatever way it is written', () => {
    const days = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (iso) => {
        const [year = '', month = '', date = ''] = iso.split('-');
        const written = [`${month}/${date}/${year}`, `${year}/${month}/${date}`, `${iso}T23:59:59+02:00`];
        const column = columnOf(['12/31/2026']);
        expect(written.map((cell) => column.read(cell).slice(0, 10))).toEqual([iso, iso, iso]);
      }),
      { numRuns: 100 },
    );
  });
});
