import { describe, expect, it } from '@jest/globals';
import { mergeText } from './merge-text.js';

describe('what stands in a merge field', () => {
  it.each([
    ['Maria', 'Maria'],
    ['', ''],
    [undefined, ''],
    [null, ''],
    [7, '7'],
    [
      { addr1: '4 Mill Lane', addr2: '', city: 'Beacon', state: 'NY', zip: '12508', country: 'US' },
      '4 Mill Lane, Beacon, NY, 12508, US',
    ],
    // The form's own choice, and nobody's address.
    [{ addr1: '', addr2: '', city: '', state: '', zip: '', country: 'US' }, ''],
  ])('%j is %j', (value, text) => {
    expect(mergeText(value, 'ANY')).toBe(text);
  });

  it.each([[['a']], [{ addr1: { line: 'canary' } }]])(
    '%j is refused, not guessed, and not quoted',
    (value) => {
      expect(() => mergeText(value, 'ADDRESS')).toThrow(
        expect.objectContaining({ refusal: expect.objectContaining({ status: 'failed', actor: 'us' }) }),
      );
    },
  );
});
