import { describe, expect, it } from '@jest/globals';
import type { ConsentMeasure } from '../../engine/measures.js';
import { judge } from '../inventory.spec-builders.js';
import { measuredInventory, measuresOf, retentionPolicy, tally } from '../measured.spec-builders.js';
import { consentConflict } from './consent-conflict.js';
import { consentMissing } from './consent-missing.js';

function list(given: Partial<ConsentMeasure> = {}): ConsentMeasure {
  return {
    object: 'member',
    list: 'Main',
    marketed: 100,
    missing: [{ requires: 'opt_in_timestamp', evidence: null, tally: tally(4, ['1', '2']) }],
    conflicts: tally(2, ['8', '9']),
    optedOutIn: ['crm'],
    ...given,
  };
}

function input(...consent: readonly ConsentMeasure[]) {
  return {
    policy: retentionPolicy(),
    inventory: measuredInventory([measuresOf('newsletter', { consent }), measuresOf('books', { consent })]),
    baseline: null,
  };
}

describe('consent.missing (E14, E34)', () => {
  it('is one finding a list, for the systems of the policy only', () => {
    const found = judge(consentMissing, input(list(), list({ list: 'Events' })));
    expect(found.map(({ system, subject }) => [system, subject])).toEqual([
      ['newsletter', 'Main'],
      ['newsletter', 'Events'],
    ]);
    expect(found[0]).toMatchObject({
      title: '4 people in newsletter (Mailchimp) get marketing mail without a day of opt-in',
      evidence: { count: 4, of: 100, sample: ['1', '2'] },
      readFrom: [{ system: 'newsletter', object: 'member', list: 'Main' }],
    });
  });

  it('knows a list without a name by its system (E20)', () => {
    expect(judge(consentMissing, input(list({ list: null })))[0]?.subject).toBe('newsletter');
  });

  it('is silent on a list that was read without the column that holds the proof (law 2)', () => {
    const finding = { system: 'newsletter', objectId: 'Main' };
    expect(judge(consentMissing, input(list({ missing: [] })))).toEqual([]);
    expect(consentMissing.isSilentOn?.(finding, input(list({ missing: [] })))).toBe(true);
    expect(consentMissing.isSilentOn?.(finding, input(list()))).toBe(false);
    expect(consentMissing.isSilentOn?.(finding, input())).toBe(true);
  });
});

describe('consent.conflict (E14, E34)', () => {
  it('is filed under the list that markets, and says where the opt-out stands', () => {
    const [found, ...others] = judge(consentConflict, input(list()));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      system: 'newsletter',
      subject: 'Main',
      title: '2 people who opted out in crm still get marketing mail from newsletter (Mailchimp)',
      evidence: { count: 2, of: 100, opted_out_in: ['crm'], sample: ['8', '9'] },
    });
    expect(found?.readFrom.length).toBe(4);
  });

  it('says nothing where nobody said no', () => {
    expect(judge(consentConflict, input(list({ conflicts: tally(0), optedOutIn: [] })))).toEqual([]);
  });
});
