import { describe, expect, it } from '@jest/globals';
import type { PolicyVendor } from '../../policy/policy.js';
import { aPolicy, AS_OF, aVendor, inventoryOf, judge, systemsOf } from '../inventory.spec-builders.js';
import { vendorDpa } from './vendor-dpa.js';

function signed(dpa: PolicyVendor['dpa']) {
  const policy = aPolicy({
    systems: systemsOf({ books: { connector: 'quickbooks' } }),
    vendors: [aVendor('QuickBooks', { dpa })],
  });
  return judge(vendorDpa, { policy, inventory: inventoryOf() });
}

describe('vendor.dpa', () => {
  it.each([
    ['there is none (E33)', null],
    ['nobody signed it', { signed: null, expires: null }],
    ['it is signed for a later day', { signed: '2026-12-01', expires: null }],
  ])('reports that there is no agreement where %s', (_, dpa) => {
    expect(signed(dpa)).toMatchObject([
      {
        subject: 'QuickBooks',
        title: 'There is no data processing agreement with QuickBooks',
        content: { agreement: 'none' },
      },
    ]);
  });

  it('reports one that has ended, from the day after its last', () => {
    expect(signed({ signed: '2024-11-23', expires: '2026-11-23' })).toMatchObject([
      {
        title: 'The data processing agreement with QuickBooks ended on 23 November 2026',
        content: { agreement: 'expired' },
      },
    ]);
    expect(signed({ signed: '2024-11-24', expires: AS_OF })).toEqual([]);
  });

  it('is silent about one without an end', () => {
    expect(signed({ signed: '2024-11-24', expires: null })).toEqual([]);
  });
});
