import { describe, expect, it } from '@jest/globals';
import { differencesOf } from './differences.js';

describe('the differences of two policies', () => {
  it('are lines that came, went or stayed', () => {
    expect(differencesOf('a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 3\nc: 3\n')).toEqual([
      { kind: 'same', lines: ['a: 1'] },
      { kind: 'removed', lines: ['b: 2'] },
      { kind: 'added', lines: ['b: 3'] },
      { kind: 'same', lines: ['c: 3'] },
    ]);
  });

  it('are no differences where only the ends of lines are', () => {
    expect(differencesOf('a: 1\r\nb: 2\r\n', 'a: 1\nb: 2\n')).toEqual([
      { kind: 'same', lines: ['a: 1', 'b: 2'] },
    ]);
  });
});
