import { describe, expect, it } from '@jest/globals';
import { counted, inSentence, listed, systemName } from './wording.js';

describe('wording', () => {
  it('lists names as a sentence does, at most five', () => {
    expect(listed([])).toBe('');
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b'])).toBe('a and b');
    expect(listed(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d and e');
    expect(listed(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('a, b, c, d, e and 2 more');
  });

  it('names a system and its tool, files by the system alone', () => {
    expect(systemName({ system: 'crm', connector: 'hubspot' })).toBe('crm (HubSpot)');
    expect(systemName({ system: 'sheets', connector: 'exports' })).toBe('sheets');
  });

  it('keeps abbreviations as they are inside a sentence', () => {
    expect(inSentence('user.device.ip_address')).toBe('IP address');
    expect(inSentence('user.contact.email')).toBe('e-mail address');
  });

  it('counts one and many', () => {
    expect([
      counted(0, 'record'),
      counted(1, 'record'),
      counted(2, 'record'),
      counted(1164, 'record'),
    ]).toEqual(['0 records', '1 record', '2 records', '1,164 records']);
  });
});
