import { describe, expect, it } from '@jest/globals';
import { scopeInWords } from './scope-words.js';

describe('a right of an app', () => {
  it.each([
    ['drive.readonly', 'Read every file in Drive'],
    ['drive.metadata.readonly', 'See the names of all files in Drive, and who may open them'],
    ['calendar.settings.readonly', 'See some of the calendars'],
    ['Drive', 'Something in Drive: the list does not say how much'],
    ['drivers.license', null],
    ['<b>drive</b>', null],
  ])('“%s” is: %s', (scope, words) => {
    expect(scopeInWords(scope)).toBe(words);
  });
});
