import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { printable } from './printable.js';

const ESC = '\u001B';

describe('text from files, made safe for a terminal', () => {
  it.each([
    ['an escape sequence', `${ESC}[2Jgone`, '\\x1b[2Jgone'],
    ['its eight-bit form', '\u009B2J', '\\x9b2J'],
    ['a title sequence ended by a bell', `${ESC}]0;owned\u0007`, '\\x1b]0;owned\\x07'],
    ['a line break', 'a\r\nb', 'a\\r\\nb'],
    ['other line breaks', 'a\u2028b\u0085c', 'a\\u{2028}b\\x85c'],
    ['a tab', 'a\tb', 'a\\tb'],
    ['a turned reading direction', 'photo\u202Egnp.csv', 'photo\\u{202e}gnp.csv'],
    ['an isolated direction', '\u2066a\u2069', '\\u{2066}a\\u{2069}'],
    ['an invisible space', 'a\u200Bb\uFEFFc', 'a\\u{200b}b\\u{feff}c'],
    ['invisible tags', '\u{E0041}', '\\u{e0041}'],
    ['half a character', 'a\uD800b', 'a\uFFFDb'],
  ])('shows %s as its code', (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('leaves every language and emoji as they are', () => {
    const text = 'Größe Straße Žluťoučký 東京 مرحبا שלום می‌خواهم 👩‍🍳 ~!"§$%&/()';
    expect(printable(text)).toBe(text);
  });

  it('never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      }),
      { numRuns: 200 },
    );
  });
});
