import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../policy/policy.js';
import { aPolicy, aSystem, aVendor, inventoryOf, judge, systemsOf } from '../inventory.spec-builders.js';
import { vendorUndeclaredPayee } from './vendor-undeclared-payee.js';

function paying(names: readonly string[], given: Partial<Policy> = {}): readonly string[] {
  const books = aSystem({
    system: 'books',
    connector: 'quickbooks',
    payees: { vendors: names.map((name) => ({ name, payments: 3, lastPaid: '2026-10' })), others: 7 },
  });
  const policy = aPolicy({ systems: systemsOf({ books: { connector: 'quickbooks' } }), ...given });
  return judge(vendorUndeclaredPayee, { policy, inventory: inventoryOf(books) }).map(
    ({ subject }) => subject,
  );
}

describe('vendor.undeclared-payee', () => {
  it('reports a vendor that the books pay and the policy never names, once', () => {
    expect(paying(['Calendly', 'Canva'])).toEqual(['Calendly', 'Canva']);
  });

  it('is silent about vendors with an entry, behind an app, or running a system', () => {
    expect(paying(['Calendly'], { vendors: [aVendor('Calendly, Inc.')] })).toEqual([]);
    expect(
      paying(['Calendly'], {
        apps: [{ name: 'Booking', clientId: null, vendor: 'Calendly', systems: [], scopes: [] }],
      }),
    ).toEqual([]);
    expect(paying(['QuickBooks'])).toEqual([]);
  });

  it('takes an entry for the company for its products, and one for a product for the company', () => {
    expect(paying(['Mailchimp'], { vendors: [aVendor('Intuit')] })).toEqual([]);
    expect(paying(['Intuit'])).toEqual([]);
  });

  it('judges nothing where the policy has no list of vendors (E36)', () => {
    expect(paying(['Calendly'], { missingSections: ['vendors'] })).toEqual([]);
  });
});
