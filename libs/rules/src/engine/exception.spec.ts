import { describe, expect, it } from '@jest/globals';
import { compare } from './compare.js';
import { compareInput, violation } from './engine.spec-builders.js';
import { isDrift, isExcepted } from './exception.js';
import type { Disposition } from './finding.js';

const UNTIL_JANUARY: Disposition = {
  kind: 'exception',
  reason: 'moving it in January',
  approver: 'maria@sweetcrumb.example',
  until: '2027-01-31',
  on: '2026-11-23',
};

describe('whether a finding is excepted (law 5)', () => {
  it('holds to the end of its last day', () => {
    expect(isExcepted(UNTIL_JANUARY, '2027-01-31')).toBe(true);
    expect(isExcepted(UNTIL_JANUARY, '2027-02-01')).toBe(false);
  });

  it('counts drift that is present or could not be observed, and not what is absent', () => {
    const [finding] = compare(compareInput([violation('contact.birthday')])).findings;
    if (!finding) throw new Error('no finding');
    expect(isDrift(finding, '2026-11-23')).toBe(true);
    expect(isDrift({ ...finding, observation: 'not_observed' }, '2026-11-23')).toBe(true);
    expect(isDrift({ ...finding, observation: 'absent' }, '2026-11-23')).toBe(false);
    expect(isDrift({ ...finding, disposition: UNTIL_JANUARY }, '2026-11-23')).toBe(false);
    expect(isDrift({ ...finding, disposition: UNTIL_JANUARY }, '2027-02-01')).toBe(true);
  });
});
