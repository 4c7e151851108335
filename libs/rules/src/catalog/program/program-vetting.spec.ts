import { describe, expect, it } from '@jest/globals';
import { aPolicy, aVendor, inventoryOf, judge } from '../inventory.spec-builders.js';
import { programVetting } from './program-vetting.js';

const vetEvery = { years: 0, months: 12, weeks: 0, days: 0 };

function vetted(...vendors: ReturnType<typeof aVendor>[]) {
  return judge(programVetting, { policy: aPolicy({ vendors }), inventory: inventoryOf() });
}

describe('program.vetting', () => {
  it('reports each vendor whose vetting lapses or has lapsed (E32, E33)', () => {
    expect(
      vetted(
        aVendor('HubSpot', { vetted: '2026-01-15', vetEvery }),
        aVendor('Mailchimp', { vetted: '2025-12-10', vetEvery }),
        aVendor('Intuit QuickBooks', { vetted: '2025-11-23', vetEvery }),
      ),
    ).toMatchObject([
      { objectType: 'vendor', objectId: 'mailchimp', subject: 'Mailchimp', content: { state: 'due' } },
      {
        objectId: 'quickbooks',
        subject: 'Intuit QuickBooks',
        severity: 'medium',
        title: 'Vetting Intuit QuickBooks again was due on 23 November 2026',
      },
    ]);
  });

  it('leaves vendors that were never vetted to vendor.unvetted, and judges no duty that is not there (E33)', () => {
    expect(
      vetted(aVendor('HubSpot', { vetted: null, vetEvery }), aVendor('Mailchimp', { vetted: '2019-01-01' })),
    ).toEqual([]);
  });
});
