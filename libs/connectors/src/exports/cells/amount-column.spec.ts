import { describe, expect, it } from '@jest/globals';
import { AmountColumn } from './amount-column.js';

function columnOf(cells: readonly string[], isSheet = false): AmountColumn {
  const column = new AmountColumn();
  column.settle(cells, isSheet);
  return column;
}

describe('a column of amounts', () => {
  it.each([
    ['12', '12'],
    ['-12.50', '-12.50'],
    ['$1,234.50', '1234.50'],
    ['-$30.00', '-30.00'],
    ['$-30.00', '-30.00'],
    ['(30.00)', '-30.00'],
    ['($1,030.00)', '-1030.00'],
    ['30.00-', '-30.00'],
    ['−30.00', '-30.00'],
    ['30.00CR', '-30.00'],
    ['1.234,50 €', '1234.50'],
    ['12,50', '12.50'],
    ['EUR 12,50', '12.50'],
    ['R$ 12,50', '12.50'],
    ["CHF 1'234.50", '1234.50'],
    ['1 234,50 kr.', '1234.50'],
    ['1,234,567', '1234567'],
    ['.5', '.5'],
    ['-', ''],
    ['', ''],
  ])('reads %j as %j', (cell, read) => {
    const column = columnOf([cell]);
    expect([Number(column.read(cell)), column.doubt]).toEqual([Number(read), null]);
    expect(column.read(cell) === '').toBe(read === '');
  });

  it.each([
    ['a decimal comma', ['12,50'], false, '1.234', '1234'],
    ['a decimal point', ['12.50'], false, '1,234', '1234'],
    ['a decimal point', ['12.50'], false, '1.234', '1.234'],
    ['nothing that tells', ['1.234'], false, '1.234', '1234'],
    ['numbers of a sheet', ['1.234'], true, '1.234', '1.234'],
    ['both kinds', ['12,50', '12.50'], false, '1,234', '1234'],
  ])('with %s elsewhere in %j (a sheet: %s) reads %j as %j', (_, cells, isSheet, cell, read) => {
    expect(columnOf(cells, isSheet).read(cell)).toBe(read);
  });

  it.each(['ask Tom', '12 to 15', '12%', '(12'])('does not guess at %j, and says so', (cell) => {
    const column = columnOf([cell]);
    expect([column.read(cell), column.doubt]).toEqual(['', 'amounts that cannot be read']);
  });
});
