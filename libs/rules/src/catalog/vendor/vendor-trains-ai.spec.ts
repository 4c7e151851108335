import { describe, expect, it } from '@jest/globals';
import type { PolicyVendor } from '../../policy/policy.js';
import { aPolicy, aVendor, inventoryOf, judge, systemsOf } from '../inventory.spec-builders.js';
import { vendorTrainsAi } from './vendor-trains-ai.js';

function said(answers: Partial<PolicyVendor['answers']>) {
  const policy = aPolicy({
    systems: systemsOf({ newsletter: { connector: 'mailchimp' } }),
    vendors: [aVendor('Mailchimp', { answers })],
  });
  return judge(vendorTrainsAi, { policy, inventory: inventoryOf() });
}

describe('vendor.trains-ai', () => {
  it.each([
    ['yes', { trains_shared_ai: true }, 'Mailchimp trains shared AI on your data'],
    [
      'not answered',
      { trains_shared_ai: null },
      'Mailchimp has not answered whether it trains shared AI on your data',
    ],
    [
      'opted out without a date',
      { trains_shared_ai: 'opted_out' as const },
      'The day on which you opted out of AI training at Mailchimp is missing',
    ],
  ])('reports the answer "%s" (E16, E33)', (answer, answers, title) => {
    expect(said(answers)).toMatchObject([
      { subject: 'Mailchimp', title, content: { answer }, evidence: { trains_shared_ai: answer } },
    ]);
  });

  it('is silent about no, and about an opt-out with its day (E16)', () => {
    expect(said({ trains_shared_ai: false })).toEqual([]);
    expect(said({ trains_shared_ai: 'opted_out', opted_out_on: '2026-03-01' })).toEqual([]);
  });

  it('is silent about a vendor that is not in use', () => {
    const policy = aPolicy({
      vendors: [aVendor('Mill & Sons Flour', { answers: { trains_shared_ai: null } })],
    });

    expect(judge(vendorTrainsAi, { policy, inventory: inventoryOf() })).toEqual([]);
  });
});
