import { describe, expect, it } from '@jest/globals';
import {
  anApp,
  anOffice,
  aPolicy,
  aReceipt,
  aSystem,
  aVendor,
  found,
  inventoryOf,
  judge,
  systemsOf,
} from '../inventory.spec-builders.js';
import { vendorDpa } from './vendor-dpa.js';
import { vendorTrainsAi } from './vendor-trains-ai.js';
import { vendorUnvetted } from './vendor-unvetted.js';

const systems = systemsOf({ crm: { connector: 'hubspot' } });

describe('vendor.unvetted', () => {
  it('reports a connected system without an entry, high where a connection holds a grant (E33)', () => {
    const connected = inventoryOf(aSystem({ account: '4711', receipts: [aReceipt('people')] }));
    const exported = inventoryOf(aSystem({ account: 'exports', receipts: [aReceipt('people')] }));

    expect(judge(vendorUnvetted, { policy: aPolicy({ systems }), inventory: connected })).toMatchObject([
      {
        system: null,
        connector: null,
        account: null,
        objectType: 'vendor',
        objectId: 'hubspot',
        subject: 'HubSpot',
        severity: 'high',
        readFrom: [],
        title: 'Nobody has checked HubSpot yet',
        evidence: { systems: ['crm'], apps: [], has_live_grant: true, has_entry: false },
      },
    ]);
    expect(
      judge(vendorUnvetted, { policy: aPolicy({ systems }), inventory: exported })[0]?.severity,
    ).toBeUndefined();
  });

  it('reports an entry without vetted, and no other vendor.* beside it (E33)', () => {
    const entry = aVendor('HubSpot', { vetted: null, dpa: null, answers: { trains_shared_ai: null } });
    const input = { policy: aPolicy({ systems, vendors: [entry] }), inventory: inventoryOf() };

    expect(found(vendorUnvetted, input)).toEqual(['HubSpot']);
    expect(found(vendorTrainsAi, input)).toEqual([]);
    expect(found(vendorDpa, input)).toEqual([]);
  });

  it('is silent about a vetting that has lapsed: that is program.vetting (E33)', () => {
    const entry = aVendor('HubSpot', {
      vetted: '2020-01-01',
      vetEvery: { years: 1, months: 0, weeks: 0, days: 0 },
    });

    expect(
      found(vendorUnvetted, { policy: aPolicy({ systems, vendors: [entry] }), inventory: inventoryOf() }),
    ).toEqual([]);
  });

  it('rests on the list of apps where that alone told of the vendor', () => {
    const inventory = inventoryOf(anOffice({ apps: [anApp('Otter.ai')] }));

    expect(judge(vendorUnvetted, { inventory })).toMatchObject([
      { subject: 'Otter.ai', severity: 'high', readFrom: [{ system: 'office', capability: 'apps' }] },
    ]);
  });
});
