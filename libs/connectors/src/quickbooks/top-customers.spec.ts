import { describe, expect, it } from '@jest/globals';
import { TopCustomers } from './top-customers.js';

describe('the customer at the top', () => {
  it('is found over several levels, in whatever order they come', () => {
    const tops = new TopCustomers();
    tops.note('3', '2');
    tops.note('1', undefined);
    tops.note('2', '1');
    expect(['1', '2', '3', '9'].map((id) => tops.of(id))).toEqual(['1', '1', '1', '9']);
  });

  it('does not hang on a circle', () => {
    const tops = new TopCustomers();
    tops.note('1', '2');
    tops.note('2', '1');
    tops.note('3', '3');
    expect(['1', '2']).toContain(tops.of('1'));
    expect(tops.of('3')).toBe('3');
  });
});
