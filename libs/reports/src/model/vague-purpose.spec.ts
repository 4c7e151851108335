import { describe, expect, it } from '@jest/globals';
import { isVague, vagueInWords } from './vague-purpose.js';

describe('a purpose that says nothing', () => {
  it.each([
    'to improve our services',
    'to enhance your experience',
    'to improve and develop our products',
    'to better serve you',
    'for business purposes',
    'marketing',
    'for analytics',
    'to send the newsletter, etc.',
    'for other legitimate purposes',
  ])('is told: %s', (why) => {
    expect(isVague(why)).toBe(true);
  });

  it.each([
    'to take and deliver orders',
    'to send the newsletter',
    'to recommend other products that go with what they bought',
    'to improve the route of the delivery van',
    'um Bestellungen auszuliefern',
    'so that nobody gets nuts who is allergic to them',
  ])('is not told of one that does: %s', (why) => {
    expect(isVague(why)).toBe(false);
  });

  it('says which sentence to change, and where it stands', () => {
    expect(vagueInWords('analytics', 'to improve our services')).toContain(
      '“to improve our services” (analytics)',
    );
    expect(vagueInWords('analytics', 'to improve our services')).toContain('under purposes: analytics: why:');
  });
});
