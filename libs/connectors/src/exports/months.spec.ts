import { describe, expect, it } from '@jest/globals';
import { monthOf } from './months.js';

describe('the number of a month', () => {
  it.each([
    ['March', '3'],
    ['mar', '3'],
    ['marzo', '3'],
    ['mars', '3'],
    ['März', '3'],
    ['maart', '3'],
    ['mai', '5'],
    ['juil', '7'],
    ['août', '8'],
    ['settembre', '9'],
    ['Okt', '10'],
    ['dic', '12'],
  ])('of %s is %s', (word, month) => {
    expect(monthOf(word)).toBe(month);
  });

  it.each(['jui', 'ma', 'Mayfair', 'Marina', '', undefined])('of %s is not known', (word) => {
    expect(monthOf(word)).toBeNull();
  });
});
