import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Page } from './page.js';
import { widthOf, wrap } from './wrap.js';

const plain = (width: number) => new Page({ colors: false, width });

describe('wrapping', () => {
  it('breaks between words', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  });

  it('breaks a word that is longer than a line', () => {
    expect(wrap('a verylongpath.csv', 8)).toEqual(['a', 'verylong', 'path.csv']);
  });

  it('breaks a long path behind a sign where there is one', () => {
    expect(wrap('drive/christmas-customers.csv', 20)).toEqual(['drive/christmas-', 'customers.csv']);
    expect(wrap('a/verylongname', 8)).toEqual(['a/verylo', 'ngname']);
  });

  it('knows that some characters take two columns, and some none', () => {
    expect(widthOf('東京')).toBe(4);
    expect(widthOf('e\u0301')).toBe(1);
    expect(widthOf('👩‍🍳')).toBe(2);
    expect(wrap('東京東京', 4)).toEqual(['東京', '東京']);
  });

  it('never makes a line longer than it may be, and loses no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé東]{1,30}$/u)),
        fc.integer({ min: 20, max: 40 }),
        (words, width) => {
          const lines = wrap(words.join(' '), width);
          expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a page', () => {
  it('indents the following lines under the text', () => {
    const page = plain(60);
    page.text('word '.repeat(14).trim(), { indent: 2, left: [{ text: '• ' }] });
    expect(page.toString().split('\n')).toEqual([`  • ${'word '.repeat(11).trim()}`, '    word word word']);
  });

  it('puts cells at the right end of the first line', () => {
    const page = plain(60);
    page.text('subject', { right: [{ text: '' }, { text: '3 of 4' }, { text: 'abcd' }] });
    expect(page.toString()).toBe(`subject${' '.repeat(60 - 7 - 12)}3 of 4  abcd`);
  });

  it('puts them behind the text where there is no room, the id last', () => {
    const page = plain(60);
    page.text('subject', { indent: 20, right: [{ text: 'not seen this time' }, { text: 'abcd' }] });
    expect(page.toString()).toBe(`${' '.repeat(20)}subject, not seen this time${' '.repeat(9)}abcd`);
  });

  it('keeps to 60 to 100 columns, whatever the terminal says', () => {
    for (const [asked, given] of [
      [0, 60],
      [Number.NaN, 60],
      [80, 80],
      [400, 100],
    ] as const) {
      const page = plain(asked);
      page.text('x'.repeat(1000));
      expect(page.toString().split('\n')[0]).toHaveLength(given);
    }
  });

  it('has no empty line at the top, and never two', () => {
    const page = plain(60);
    page.gap();
    page.text('a');
    page.gap();
    page.gap();
    page.text('b');
    expect(page.toString()).toBe('a\n\nb');
  });
});
