import { describe, expect, it } from '@jest/globals';
import { peopleIn } from './nobody.js';

describe('how many people', () => {
  it('are nobody only where everything was read (law 2)', () => {
    expect(peopleIn(0, 'read', 'read')).toBe('Nobody');
    expect(peopleIn(0, 'read', 'partial')).toBe('Nobody, in what was read');
    expect(peopleIn(0, 'not read', 'partial')).toBe('Not known');
    expect(peopleIn(0, undefined)).toBe('Not known');
    expect(peopleIn(2, 'partial')).toBe('2');
  });
});
